import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  Tooltip,
} from 'chart.js';
import { Bar } from 'react-chartjs-2';
import { useTheme } from 'styled-components';
import type { KeyUsage } from '../../../../../contracts/usage';
import { useFormats } from '../../../hooks/use-formats';
import { useT } from '../../../translations/use-t';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

interface UsageChartProps {
  days: KeyUsage['days'];
}

const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Requests by day as bars. The table beside it holds the same numbers for those who cannot see it. */
const UsageChart = ({ days }: UsageChartProps) => {
  const t = useT();
  const { colors } = useTheme();
  const { utcDay, number } = useFormats();
  const ticks = { color: colors.neutral600 };
  return (
    <Bar
      aria-hidden
      data={{
        labels: days.map(({ day }) => utcDay(day)),
        datasets: [
          {
            label: t('key.use.allowed'),
            data: days.map(({ allowed }) => allowed),
            backgroundColor: colors.primary600,
          },
          {
            label: t('key.use.denied'),
            // A few among many are to be seen as well; none has no bar.
            data: days.map(({ denied }) => (denied === 0 ? null : denied)),
            minBarLength: 3,
            backgroundColor: colors.danger600,
          },
        ],
      }}
      options={{
        maintainAspectRatio: false,
        ...(isStill() ? { animation: false } : {}),
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { stacked: true, grid: { display: false }, ticks: { ...ticks, maxRotation: 0 } },
          y: {
            stacked: true,
            beginAtZero: true,
            grid: { color: colors.neutral150 },
            border: { display: false },
            ticks: { ...ticks, precision: 0, callback: (value) => number(Number(value)) },
          },
        },
        plugins: {
          legend: {
            align: 'end',
            labels: { color: colors.neutral800, boxWidth: 12, boxHeight: 12 },
          },
        },
      }}
    />
  );
};

export default UsageChart;
