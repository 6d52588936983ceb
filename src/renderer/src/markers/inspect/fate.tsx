// Owns what became of a marker: the verdict and why, what it started, how often it was heard, how
// long we took. Refuses to change it.
import type { Marker } from '../../../../contract/marker';
import { openScreen } from '../../app/route';
import { Facts } from '../../parts/controls/facts';
import { Badge } from '../../parts/marks/badge';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { cx } from '../../parts/cx';
import { moneyText } from '../../parts/text/money';
import { epochMs, millisOf } from '../../parts/text/time';
import { eventName, formName } from '../../parts/text/words';
import { useAuctions } from '../../store/feeds';
import { LOOP_BUSY_MS, secondsText, durationMs, preRollMs, sourceInFull } from '../table/facts';
import { reasonInFull } from '../table/result';
import { Verdict } from '../verdict';
import styles from './inspect.module.css';
import { Release } from './release';

function spanText(from: string, to: string): string | null {
  const [fromMs, toMs] = [epochMs(from), epochMs(to)];
  return fromMs === null || toMs === null ? null : `${toMs - fromMs} ms`;
}

function seconds(ms: number | null, digits: 1 | 3): string | null {
  return ms === null ? null : `${secondsText(ms, digits)} s`;
}

/** Whose fault a late cue is: this box was busy, or it was not. */
function loopText(delayMs: number | undefined): string | null {
  if (delayMs === undefined) return null;
  const whose = delayMs < LOOP_BUSY_MS ? 'so not this box' : 'this box was busy';
  return `${delayMs.toFixed(1)} ms, ${whose}`;
}

function Became({ marker }: { readonly marker: Marker }) {
  const id = marker.auctionId;
  const auction = useAuctions((state) => state.items.find((known) => known.id === id));
  const price = auction?.priceCents ?? null;
  return (
    <Facts
      rows={[
        ['Auction', auction === undefined ? id : `${auction.id}, ${auction.status.toLowerCase()}`],
        [
          'Price',
          price === null || auction === undefined ? null : moneyText(price, auction.currency),
        ],
        ['Ends slot of', marker.endsAuctionId, 'id'],
        ['Event', eventName(marker.eventType)],
        ['Team', marker.teamId],
        ['Game', marker.gameId],
        ['Period', marker.period],
        ['Heard', marker.copies > 0 ? `${marker.copies + 1} times` : null],
        ['Copy of', marker.duplicateOf, 'id'],
        ['From', sourceInFull(marker)],
        ['Form', formName(marker.form)],
        ['Pre-roll', seconds(preRollMs(marker), 3)],
        ['Duration', seconds(durationMs(marker), 1)],
        ['Trust', marker.trust],
        ['Loop then', loopText(marker.loopDelayMs)],
        ['Decided', spanText(marker.receivedAt, marker.decidedAt)],
        ['Durable', spanText(marker.receivedAt, marker.recordedAt)],
      ]}
    />
  );
}

/** The panel. */
export function Fate({ marker }: { readonly marker: Marker }) {
  const { auctionId } = marker;
  return (
    <Panel title="What became of it" place="fate">
      <div className={styles.fate} tabIndex={0} role="group" aria-label="What became of it">
        <div className={styles.verdict}>
          <Verdict status={marker.status} />
          <span>at {millisOf(marker.decidedAt)}</span>
        </div>
        <p>{reasonInFull(marker)}</p>
        <Release marker={marker} />
        {marker.confirmation === null ? null : (
          <Badge
            tone={marker.confirmation === 'CONTRADICTED' ? 'filled' : 'outlined'}
            word={marker.confirmation}
          />
        )}
        <Became marker={marker} />
        {auctionId === null ? null : (
          <button
            type="button"
            className={cx(panels.button)}
            onClick={() => {
              openScreen('auctions', auctionId);
            }}
          >
            Why {auctionId}
          </button>
        )}
      </div>
    </Panel>
  );
}
