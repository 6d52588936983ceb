// Owns the big tile while nothing waits to air: that we listen, how long ago the last cue came,
// what was sold last. Refuses to look like a slot.
import type { Auction } from '../../../../contract/auction';
import type { LiveStats } from '../../../../contract/status';
import { goToScreen } from '../../app/places';
import { SURFACE } from '../../app/keys/surface';
import { capOf } from '../../app/keys/table';
import { listeningText } from '../../markers/listening-text';
import { KeyCap } from '../../parts/marks/badge';
import buttons from '../../parts/panel/panel.module.css';
import { cx } from '../../parts/cx';
import { moneyText } from '../../parts/text/money';
import { clockOf, epochMs, spanText } from '../../parts/text/time';
import { eventName } from '../../parts/text/words';
import { Ticking } from '../../parts/ticking';
import { useHealth, usePriceBook } from '../../store/answers';
import { statusOf, useAuctions, useMarkers, useStatus } from '../../store/feeds';
import { seenNowMs } from '../view/seen';
import { rateWords } from './quiet-words';
import { SpareTrend } from './spare-trend';
import facts from './price.module.css';
import styles from './tile.module.css';

/** How long it has been quiet: since the last cue, or since the engine's start without one. */
function Quiet({ lastCueAt }: { readonly lastCueAt: string | undefined }) {
  const startedMs = useHealth((health) => health.startedMs);
  const fromMs = epochMs(lastCueAt) ?? startedMs;
  const span = (): string => {
    const nowMs = seenNowMs();
    return nowMs === null || fromMs === null ? '--:--' : spanText(nowMs - fromMs);
  };
  return (
    <div className={styles.big}>
      <Ticking text={span} />
      <span>{lastCueAt === undefined ? 'without a cue' : 'since the last cue'}</span>
    </div>
  );
}

function lastSale(auctions: readonly Auction[]): string {
  const sold = auctions.find((auction) => auction.status === 'SOLD');
  if (sold?.winner === undefined || sold.winner === null || sold.priceCents === null) {
    return 'nothing sold yet';
  }
  const price = moneyText(sold.priceCents, sold.currency);
  return `${clockOf(sold.closedAt)} ${sold.id} to ${sold.winner.name}, ${price}`;
}

function Facts({ status }: { readonly status: LiveStats | null }) {
  const auctions = useAuctions((state) => state.items);
  const last = useMarkers((state) => state.items[0]);
  const book = usePriceBook((state) => state.value);
  const startedMs = useHealth((health) => health.startedMs);
  const listening = (): string => {
    if (status === null) return '\u2013';
    const nowMs = seenNowMs();
    const sinceMs = nowMs === null || startedMs === null ? null : Math.max(0, nowMs - startedMs);
    // One sentence a listener, each on its own line.
    const each = status.listeners.map((listener) => listeningText([listener], sinceMs));
    return each.length === 0 ? listeningText([], sinceMs) : each.join('\n');
  };
  const cue =
    last === undefined
      ? 'none yet'
      : `${clockOf(last.receivedAt)} ${eventName(last.eventType)}, ${last.status.toLowerCase()}`;
  return (
    <dl className={styles.facts}>
      <dt>Cues in</dt>
      <dd>
        <Ticking text={listening} className={facts.lines} />
      </dd>
      <dt>Heard</dt>
      <dd>{status === null ? '\u2013' : rateWords(status)}</dd>
      <dt>Last cue</dt>
      <dd>{cue}</dd>
      <dt>Last sale</dt>
      <dd>{lastSale(auctions)}</dd>
      <dt>Prices</dt>
      <dd>{book === null ? '\u2013' : `book v${book.version}, ${book.name}`}</dd>
    </dl>
  );
}

function CueLink() {
  return (
    <a
      href="/cue"
      className={cx(buttons.button, facts.way)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        goToScreen('cue');
      }}
    >
      Send a test cue <KeyCap>{capOf(SURFACE, 'screen.cue')}</KeyCap>
    </a>
  );
}

/** The tile without a slot. */
export function QuietTile() {
  const status = useStatus(statusOf);
  const last = useMarkers((state) => state.items[0]?.receivedAt);
  const setup = status?.mode === 'SETUP';
  return (
    <section className={styles.tile} aria-label="No slot waits to air" data-place="slot">
      <div className={styles.band}>
        <h2>NO SLOT TO AIR</h2>
        <span>{setup ? 'cues are listed only' : 'listening'}</span>
      </div>
      <div className={styles.body}>
        <div className={styles.event}>
          <h3>{last === undefined ? 'No cue yet' : 'Waiting for a cue'}</h3>
        </div>
        <Quiet lastCueAt={last} />
        <Facts status={status} />
        <SpareTrend />
        <CueLink />
      </div>
    </section>
  );
}
