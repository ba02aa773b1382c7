/** After the integration tests of a run: nothing that was made for it is left. */
type Work = () => Promise<void>;

/** Jest loads what runs before and what runs after apart from each other. */
const holder = globalThis as typeof globalThis & { atEndOfTests?: Work[] };

export const leaveAtEnd = (work: Work): void => {
  holder.atEndOfTests = [...(holder.atEndOfTests ?? []), work];
};

export default async (): Promise<void> => {
  const works = holder.atEndOfTests ?? [];
  holder.atEndOfTests = [];
  for (const work of works) await work();
};
