import type { IssuedKey } from '../../../../contracts/keys';
import { TokenPage } from '../../components/token-page';
import type { useLeaveGuard } from '../../hooks/use-leave-guard';
import { OwnerInstructions } from './owner-instructions';

interface KeyTokenPageProps {
  issued: IssuedKey;
  guard: ReturnType<typeof useLeaveGuard>;
  doneMessage: string;
  onDone: () => void;
}

/** The token of a key, once, and what to tell the one who runs its consumer. */
export const KeyTokenPage = ({ issued, ...rest }: KeyTokenPageProps) => (
  <TokenPage issued={issued} {...rest}>
    <OwnerInstructions value={issued.data} />
  </TokenPage>
);
