// Owns the Live screen: what is sold and on sale at the left, auctions and markers in the middle,
// settlements at the right, or the explanation of the selected auction in their place.
import { AuctionList } from '../auctions/auction-list';
import { closeExplanation, ExplainPanel } from '../auctions/explain-panel';
import { useSelected } from '../auctions/use-selected';
import { MarkerList } from '../markers/marker-list';
import { Failed, Loading } from '../parts/panel/states';
import { Panel } from '../parts/panel/panel';
import { useAtNow } from '../parts/use-now';
import { SettlementList } from '../settlements/settlement-list';
import { useAuctions } from '../store/feeds';
import styles from './live.module.css';
import { OpenTile } from './tiles/open-tile';
import { QuietTile } from './tiles/quiet-tile';
import { SlotTile } from './tiles/slot-tile';
import { standingSlot } from './slots';

function Slot() {
  const auctions = useAuctions((state) => state.items);
  const loaded = useAuctions((state) => state.loaded);
  const id = useAtNow((nowMs) => standingSlot(auctions, nowMs)?.id ?? null);
  const standing = auctions.find((auction) => auction.id === id);
  if (!loaded) {
    return (
      <Panel title="Slot" place="slot">
        <Loading rows={12} />
      </Panel>
    );
  }
  return standing === undefined ? <QuietTile /> : <SlotTile auction={standing} />;
}

function Explanation() {
  const selected = useSelected();
  if (selected.kind === 'found') {
    return <ExplainPanel auction={selected.auction} className={styles.explain} />;
  }
  if (selected.kind === 'none') {
    return <SettlementList className={styles.explain} />;
  }
  return (
    <Panel title={`Why ${selected.id}`} place="explanation" className={styles.explain}>
      {selected.kind === 'loading' ? (
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
export function LiveScreen() {
  return (
    <div className={styles.live}>
      <div className={styles.tiles}>
        <Slot />
        <OpenTile />
      </div>
      <AuctionList className={styles.auctions} />
      <MarkerList className={styles.markers} />
      <Explanation />
    </div>
  );
}
