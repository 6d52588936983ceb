// Owns the Auctions screen: the list at the left, and why
// the picked one ended as it did.
import { Empty, Failed, Loading } from '../parts/panel/states';
import { Panel } from '../parts/panel/panel';
import { AuctionList } from './auction-list';
import styles from './auctions-screen.module.css';
import { closeExplanation, ExplainPanel } from './explain-panel';
import { useSelected } from './use-selected';

function Why() {
  const selected = useSelected();
  if (selected.kind === 'found') {
    return <ExplainPanel auction={selected.auction} className={undefined} />;
  }
  return (
    <Panel title="Why" place="explanation">
      {selected.kind === 'none' ? (
        <Empty title="No auction picked">J and K go through the list, Enter picks.</Empty>
      ) : selected.kind === 'loading' ? (
        <Loading rows={14} />
      ) : (
        <Failed
          title={`${selected.id} cannot be shown`}
          sentence={selected.sentence}
          retry="Close"
          onRetry={closeExplanation}
        />
      )}
    </Panel>
  );
}

/** The screen. */
export function AuctionsScreen() {
  return (
    <div className={styles.screen}>
      <AuctionList className={undefined} />
      <Why />
    </div>
  );
}
