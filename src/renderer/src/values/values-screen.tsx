// Owns the Values screen: tables at the left, what they come to and versions at the right, what is
// staged below. Refuses to show a book that could not be read.
import { useEffect } from 'react';
import type { PriceBookVersion } from '../../../contract/price-book';
import { Panel } from '../parts/panel/panel';
import { Failed, Loading } from '../parts/panel/states';
import { usePriceBook } from '../store/answers';
import { useAuctions } from '../store/feeds';
import type { Edit } from './book-edits';
import { MomentPanel } from './preview/moment-panel';
import { PreviewPanel } from './preview/preview-panel';
import { useHolding, type Holding } from './preview/use-holding';
import { Sheets } from './staged/sheets';
import { StagedBar } from './staged/staged-bar';
import { VersionsPanel } from './staged/versions-panel';
import { ValueTables } from './tables/value-tables';
import styles from './values.module.css';
import { readPreview, useValues } from './values-store';

const SETTLES_MS = 150;

interface Asked {
  readonly version: PriceBookVersion;
  readonly edits: readonly Edit[];
  readonly holding: Holding;
}

/** Asks again a moment after the book, what is staged or assumed, or the last auction changed. */
function usePreview({ version, edits, holding: { names } }: Asked): void {
  const last = useAuctions(({ items: [first] }) => `${first?.id ?? ''} ${first?.status ?? ''}`);
  useEffect(() => {
    const timer = setTimeout(() => void readPreview(names), SETTLES_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [version, edits, names, last]);
}

function Book({ version }: { readonly version: PriceBookVersion }) {
  const edits = useValues((state) => state.edits);
  const holding = useHolding();
  usePreview({ version, edits, holding });
  return (
    <div className={styles.screen}>
      <div className={styles.left}>
        <ValueTables version={version} edits={edits} holding={holding} />
      </div>
      <div className={styles.right}>
        <MomentPanel book={version.book} edits={edits} holding={holding} />
        <PreviewPanel
          currency={version.book.currency}
          onRetry={() => void readPreview(holding.names)}
        />
        <VersionsPanel version={version} />
      </div>
      <StagedBar version={version} />
      <Sheets version={version} />
    </div>
  );
}

/** The panels where they will be, with bars, or with why there is no book. */
function NoBook({ fault }: { readonly fault: string | null }) {
  const bars = (rows: number) => (fault === null ? <Loading rows={rows} /> : null);
  return (
    <div className={styles.screen}>
      <div className={styles.left}>
        <Panel title="Base values" place="values">
          {bars(11) ?? (
            <Failed
              title="The price book cannot be read"
              sentence={`${fault} It is asked for again. Auctions go on with the book in force.`}
            />
          )}
        </Panel>
        <Panel title="Modifiers" place="modifiers">
          {bars(10)}
        </Panel>
      </div>
      <div className={styles.right}>
        <Panel title="If it came now" place="moment">
          {bars(4)}
        </Panel>
        <Panel title="Last auctions re-priced" place="preview">
          {bars(14)}
        </Panel>
        <Panel title="Versions" place="versions">
          {bars(2)}
        </Panel>
      </div>
    </div>
  );
}

/** The screen. */
export function ValuesScreen() {
  const { value: version, fault } = usePriceBook();
  return version === null ? <NoBook fault={fault} /> : <Book version={version} />;
}
