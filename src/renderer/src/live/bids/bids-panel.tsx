// Owns the panel of one auction under the lanes: the picked one, else the one that is open, else
// the one closed last. Refuses to change it; its whole story is on the Auctions screen.
import type { Auction, Explain } from '../../../../contract/auction';
import { openScreen } from '../../app/route';
import { StatusBadge } from '../../auctions/status-badge';
import { closeExplanation } from '../../auctions/use-selected';
import { isOpen } from '../../auctions/why';
import { cx } from '../../parts/cx';
import { KeyCap, RehearsalBadge } from '../../parts/marks/badge';
import { Awaited } from '../../parts/panel/awaited';
import { Empty, Failed, Loading } from '../../parts/panel/states';
import { Panel } from '../../parts/panel/panel';
import buttons from '../../parts/panel/panel.module.css';
import { epochMs } from '../../parts/text/time';
import { eventName, plural } from '../../parts/text/words';
import { useBids } from '../../store/bids';
import { readExplain } from '../../store/explains';
import { useExplain } from '../../store/use-explain';
import { useSeenAuctions } from '../view/seen';
import { useSize } from '../view/use-size';
import { BidsChart } from './bids-chart';
import { BidsTable } from './bids-table';
import styles from './bids.module.css';
import { useShownBids } from './shown';

const FORMATS = {
  first: 'first price',
  second_plus: 'second price',
  english: 'English',
  fixed: 'fixed price',
} as const;

function rulesOf({ format, openedAt, endsAt }: Auction): string {
  const [openMs, endMs] = [epochMs(openedAt), epochMs(endsAt)];
  return openMs === null || endMs === null
    ? FORMATS[format]
    : `${FORMATS[format]}, ${endMs - openMs} ms`;
}

function Rows({ auction, explain }: { readonly auction: Auction; readonly explain: Explain }) {
  const bids = useBids(auction) ?? [];
  const { bidders } = explain;
  if (bidders.length > 0) return <BidsTable auction={auction} bidders={bidders} bids={bids} />;
  return <Empty title="Nobody was asked">It ended before any bid.</Empty>;
}

function Body({ auction }: { readonly auction: Auction }) {
  const { ref, size } = useSize<HTMLDivElement>();
  const entry = useExplain(auction);
  const bids = useBids(auction) ?? [];
  return (
    <div className={styles.body}>
      <div ref={ref} className={styles.plot}>
        <BidsChart auction={auction} bids={bids} size={size} />
      </div>
      <div className={styles.rows}>
        {isOpen(auction) ? (
          <Empty title={plural(auction.bidCount, 'sealed bid')}>
            Bids are opened at the close.
          </Empty>
        ) : entry.kind === 'ready' ? (
          <Rows auction={auction} explain={entry.explain} />
        ) : entry.kind === 'loading' ? (
          <Loading rows={3} />
        ) : (
          <Failed
            title="The bids cannot be read"
            sentence={entry.sentence}
            onRetry={() => void readExplain(auction)}
          />
        )}
      </div>
    </div>
  );
}

function Shown({ auction, className }: Props & { readonly auction: Auction }) {
  const why = (): void => {
    openScreen('auctions', auction.id);
  };
  return (
    <Panel
      title={`${auction.id} ${eventName(auction.eventType)}`}
      hint={rulesOf(auction)}
      end={
        <>
          {auction.rehearsal ? <RehearsalBadge word="R" /> : null}
          <StatusBadge auction={auction} />
          <button type="button" className={cx(buttons.button, buttons.small)} onClick={why}>
            Why {auction.id}
          </button>
        </>
      }
      place="bids"
      className={className}
    >
      <Body auction={auction} />
    </Panel>
  );
}

interface Props {
  readonly className: string | undefined;
}

/** The panel. */
export function BidsPanel({ className }: Props) {
  const { selected, auction } = useShownBids();
  const { loaded } = useSeenAuctions();
  if (auction !== undefined) {
    return <Shown auction={auction} className={className} />;
  }
  return (
    <Panel title="Bids" place="bids" className={className}>
      {selected.kind === 'failed' ? (
        <Failed
          title={`${selected.id} cannot be shown`}
          sentence={selected.sentence}
          retry="Close"
          onRetry={closeExplanation}
        />
      ) : !loaded ? (
        <Awaited feed="auctions" rows={8} />
      ) : (
        <Empty title="No auction yet">
          An accepted cue opens one. Its bids stand here, over the milliseconds it is open.{' '}
          <KeyCap>J</KeyCap> then leads to the slots.
        </Empty>
      )}
    </Panel>
  );
}
