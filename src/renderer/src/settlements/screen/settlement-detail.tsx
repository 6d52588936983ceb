// Owns one settlement in full: the sum and how it is made up, what its state means, its history,
// and the ids behind it. Refuses to shorten an id.
import type { Settlement } from '../../../../contract/settlement';
import { openScreen } from '../../app/route';
import { cx } from '../../parts/cx';
import { Facts } from '../../parts/controls/facts';
import { RehearsalBadge } from '../../parts/marks/badge';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { amountText } from '../../parts/text/money';
import { millisOf } from '../../parts/text/time';
import { eventName } from '../../parts/text/words';
import { aheadOf, historyOf, stateSentence } from '../settlement-words';
import { StateBadge } from '../state-badge';
import styles from './settlements-screen.module.css';

function Made({ settlement }: { readonly settlement: Settlement }) {
  const { currency, grossCents, agencyCommissionCents, netCents, taxCents } = settlement;
  const amount = (cents: number): string => amountText(cents, currency);
  return (
    <Facts
      rows={[
        ['Gross', amount(grossCents)],
        ['Agency', agencyCommissionCents === 0 ? null : `less ${amount(agencyCommissionCents)}`],
        ['Net', amount(netCents)],
        ['Tax', amount(taxCents)],
        ['Total due', <b key="due">{`${amount(settlement.totalDueCents)} ${currency}`}</b>],
        ['Means', settlement.means],
        ['Order', settlement.orderId, 'id'],
        ['Gateway', settlement.gatewayId, 'id'],
        ['Auction', settlement.auctionId, 'id'],
        ['Marker', settlement.markerId, 'id'],
        ['Advertiser', settlement.advertiserId, 'id'],
      ]}
    />
  );
}

function History({ settlement }: { readonly settlement: Settlement }) {
  const ahead = aheadOf(settlement);
  return (
    <ol className={styles.history} aria-label="History">
      {historyOf(settlement).map(({ at, word, what }, line) => (
        <li key={line}>
          <span>{at === '' ? '' : millisOf(at)}</span>
          <b>{word}</b>
          <span>{what}</span>
        </li>
      ))}
      {ahead === null ? null : (
        <li className={styles.ahead}>
          <span>then</span>
          <b>nothing</b>
          <span>{ahead}</span>
        </li>
      )}
    </ol>
  );
}

/** The panel. */
export function SettlementDetail({ settlement }: { readonly settlement: Settlement }) {
  const { id, auctionId, advertiser, currency, eventType, totalDueCents } = settlement;
  return (
    <Panel title={id} hint={advertiser} place="settlement">
      <div className={styles.detail} tabIndex={0} role="group" aria-label={`Settlement ${id}`}>
        <p className={styles.large}>
          <b>{amountText(totalDueCents, currency)}</b> {currency}
        </p>
        <p className={styles.badges}>
          <StateBadge status={settlement.status} />
          {settlement.rehearsal ? <RehearsalBadge /> : null}
          <span>
            {auctionId} {eventName(eventType)}
          </span>
        </p>
        <p>{stateSentence(settlement)}</p>
        <History settlement={settlement} />
        <Made settlement={settlement} />
        <button
          type="button"
          className={cx(panels.button, styles.why)}
          onClick={() => {
            openScreen('auctions', auctionId);
          }}
        >
          Why {auctionId}
        </button>
      </div>
    </Panel>
  );
}
