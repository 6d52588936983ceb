// Owns what was fixed about an auction before anybody bid: slot, cue, times, rules, seed. What it
// was decided from and nothing else. Refuses to shorten an id.
import type { Auction, Explain } from '../../../../contract/auction';
import { openScreen } from '../../app/route';
import { Facts } from '../../parts/controls/facts';
import { cx } from '../../parts/cx';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { millisOf } from '../../parts/text/time';
import styles from './auctions-screen.module.css';

interface Props {
  readonly auction: Auction;
  readonly explain: Explain;
}

function MarkerLink({ id }: { readonly id: string }) {
  return (
    <button
      type="button"
      className={cx(panels.button, panels.small)}
      onClick={() => {
        openScreen('markers', id);
      }}
    >
      {id}
    </button>
  );
}

/** The panel; it gives way where there is no room for it. */
export function Inputs({ auction, explain }: Props) {
  const { slot, markerId } = auction;
  return (
    <div className={styles.inputs}>
      <Panel title="Frozen inputs" hint="fixed before the first bid" place="inputs">
        <div className={styles.trace} tabIndex={0} role="group" aria-label="Frozen inputs">
          <Facts
            rows={[
              ['Marker', markerId === null ? null : <MarkerLink key="marker" id={markerId} />],
              ['Slot', `${slot.kind}, ${slot.durationMs / 1000} s, ${slot.id}`],
              ['Air by', millisOf(slot.airBy)],
              ['Game', auction.gameId],
              ['Created', millisOf(auction.createdAt)],
              ['Opened', auction.openedAt === null ? null : millisOf(auction.openedAt)],
              ['Ends', auction.endsAt === null ? null : millisOf(auction.endsAt)],
              ['Closed', auction.closedAt === null ? null : millisOf(auction.closedAt)],
              ['Rules', `${auction.ruleVersion}, book v${explain.price.bookVersion}`],
            ]}
          />
        </div>
      </Panel>
    </div>
  );
}
