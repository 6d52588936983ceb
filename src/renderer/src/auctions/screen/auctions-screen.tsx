// Owns the Auctions screen: the list by state at the left, and why the shown one ended as it did:
// sentence and price, every bidder with one reason, the waterfall of times, the price step by step.
import { useState } from 'react';
import type { Auction, Explain } from '../../../../contract/auction';
import { useAction } from '../../app/keys/use-action';
import { useRoute } from '../../app/route';
import { Segments } from '../../parts/controls/segments';
import { Empty, Failed, Loading } from '../../parts/panel/states';
import { Panel } from '../../parts/panel/panel';
import { usePicked } from '../../parts/use-picked';
import { readExplain } from '../../store/explains';
import { useAuctions } from '../../store/feeds';
import { useExplain } from '../../store/use-explain';
import { AuctionList } from '../auction-list';
import { PriceTrace } from '../price-trace';
import { closeExplanation, useAuction } from '../use-selected';
import styles from './auctions-screen.module.css';
import { Inputs } from './inputs';
import { Ladder } from './ladder';
import { choicesOf, stateOf, type AuctionState } from './state-filter';
import { Waterfall } from './waterfall';
import { WhyHead } from './why-head';

function Explained({ auction, explain }: { readonly auction: Auction; readonly explain: Explain }) {
  return (
    <div className={styles.why}>
      <WhyHead auction={auction} explain={explain} />
      <Ladder auction={auction} explain={explain} />
      <Waterfall auction={auction} seed={explain.seed ?? explain.seedCommitment} />
      <div className={styles.side}>
        <Panel title="Price, step by step" place="price">
          <div className={styles.trace} tabIndex={0} role="group" aria-label="Price, step by step">
            <PriceTrace price={explain.price} />
          </div>
        </Panel>
        <Inputs auction={auction} explain={explain} />
      </div>
    </div>
  );
}

function Asked({ auction }: { readonly auction: Auction }) {
  const entry = useExplain(auction);
  if (entry.kind === 'ready') return <Explained auction={auction} explain={entry.explain} />;
  return (
    <Panel title={`Why ${auction.id}`} place="explanation">
      {entry.kind === 'loading' ? (
        <Loading rows={14} />
      ) : (
        <Failed
          title="The explanation cannot be read"
          sentence={entry.sentence}
          onRetry={() => void readExplain(auction)}
        />
      )}
    </Panel>
  );
}

function Why({ id }: { readonly id: string | null }) {
  const selected = useAuction(id);
  if (selected.kind === 'found') return <Asked auction={selected.auction} />;
  return (
    <Panel title="Why" place="explanation">
      {selected.kind === 'none' ? (
        <Empty title="No auction to explain">The first one sold is explained here.</Empty>
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
  const [state, setState] = useState<AuctionState | null>(null);
  const { items } = useAuctions();
  const pick = useRoute((route) => route.pick);
  useAction('auctions.open', () => {
    setState(state === 'open' ? null : 'open');
  });
  const picked = usePicked(
    pick,
    items.map((auction) => auction.id),
  );
  return (
    <div className={styles.screen}>
      <div className={styles.left}>
        <Segments label="State" chosen={state} choices={choicesOf(items)} onChoose={setState} />
        <AuctionList
          className={undefined}
          picked={picked}
          only={(auction) => state === null || stateOf(auction) === state}
        />
      </div>
      <Why id={picked} />
    </div>
  );
}
