// Owns what a panel shows before its list is there: still bars, or why the list cannot be read and
// what works all the same. Refuses a button: the list is asked for again by itself.
import type { FeedName } from '../../../../contract/feed';
import { useFeedFaults } from '../../store/feeds';
import { Failed, Loading } from './states';

interface Props {
  readonly feed: FeedName;
  readonly rows: number;
}

/** Bars, or the fault of a feed. */
export function Awaited({ feed, rows }: Props) {
  const fault = useFeedFaults((faults) => faults[feed]);
  if (fault === null) return <Loading rows={rows} />;
  return (
    <Failed
      title={`The list of ${feed} cannot be read`}
      sentence={`${fault} It is asked for again by itself. The engine and the other lists go on.`}
    />
  );
}
