// Owns the Values screen: tables at the left, preview and versions at the right, what is staged
// below. Refuses to show a book that could not be read.
import { Panel } from '../parts/panel/panel';
import { Empty, Loading } from '../parts/panel/states';
import { usePriceBook } from '../store/answers';
import { PreviewPanel } from './preview-panel';
import { StagedBar } from './staged-bar';
import { ValueTables } from './value-tables';
import styles from './values.module.css';
import { useValues } from './values-store';
import { VersionsPanel } from './versions-panel';

/** The screen. */
export function ValuesScreen() {
  const { value: version, fault } = usePriceBook();
  const edits = useValues((state) => state.edits);
  if (version === null) {
    return (
      <Panel title="Values" place="values">
        {fault === null ? (
          <Loading rows={14} />
        ) : (
          <Empty title="The price book cannot be read">{fault} It is asked for again.</Empty>
        )}
      </Panel>
    );
  }
  return (
    <div className={styles.screen}>
      <div className={styles.left}>
        <ValueTables version={version} edits={edits} />
      </div>
      <div className={styles.right}>
        <PreviewPanel version={version} edits={edits} />
        <VersionsPanel version={version} />
      </div>
      <StagedBar version={version} />
    </div>
  );
}
