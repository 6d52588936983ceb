// Owns the Live screen: the slot and what is next at the left, the lanes and one auction's bids in
// the middle, the last slots at the right, the game under all. Read only; P freezes the view.
import { Awaited } from '../parts/panel/awaited';
import { Panel } from '../parts/panel/panel';
import { BidsPanel } from './bids/bids-panel';
import { GameStrip } from './game/game-strip';
import { LanesPanel } from './lanes/lanes-panel';
import { LastSlots } from './list/last-slots';
import styles from './live.module.css';
import { standingSlot } from './slots';
import { NextTile } from './tiles/next-tile';
import { QuietTile } from './tiles/quiet-tile';
import { SlotTile } from './tiles/slot-tile';
import { PausedBanner } from './view/paused-banner';
import { useAtSeen, useSeenAuctions } from './view/seen';

function Slot() {
  const { items, loaded } = useSeenAuctions();
  const id = useAtSeen((nowMs) => standingSlot(items, nowMs)?.id ?? null);
  const standing = items.find((auction) => auction.id === id);
  if (!loaded) {
    return (
      <Panel title="Slot" place="slot">
        <Awaited feed="auctions" rows={12} />
      </Panel>
    );
  }
  return standing === undefined ? <QuietTile /> : <SlotTile auction={standing} />;
}

/** The screen. */
export function LiveScreen() {
  return (
    <div className={styles.live}>
      <PausedBanner />
      <div className={styles.tiles}>
        <Slot />
        <NextTile />
      </div>
      <div className={styles.middle}>
        <LanesPanel className={undefined} />
        <BidsPanel className={undefined} />
      </div>
      <LastSlots className={styles.slots} />
      <GameStrip className={styles.game} />
    </div>
  );
}
