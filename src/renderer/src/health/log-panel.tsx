// Owns the tail of the engine's log: newest first, by level, component and words. Refuses to show
// more than the file has: secrets are taken out there.
import { useRef, useState } from 'react';
import { useAction } from '../app/keys/use-action';
import { cx } from '../parts/cx';
import { Segments } from '../parts/controls/segments';
import { Panel } from '../parts/panel/panel';
import { Empty, Loading } from '../parts/panel/states';
import { tenthsText, epochMs } from '../parts/text/time';
import type { LogLevel, LogLine } from '../../../contract/host/machine';
import { Mark } from '../parts/marks/mark';
import { useLog } from './ask/asked';
import { EVERYTHING, factsText, sieved, type LogSieve } from './ask/log-sieve';
import styles from './health.module.css';

const LEVELS: readonly (readonly [LogLevel, string])[] = [
  ['info', 'All'],
  ['warn', 'Warnings'],
  ['error', 'Errors'],
];

interface BarProps {
  readonly sieve: LogSieve;
  readonly components: readonly string[];
  readonly onSieve: (sieve: LogSieve) => void;
}

function FilterBar({ sieve, components, onSieve }: BarProps) {
  const words = useRef<HTMLInputElement>(null);
  useAction('health.filter', () => words.current?.focus());
  useAction('list.filter', () => words.current?.focus());
  return (
    <div className={styles.bar} role="search">
      <input
        ref={words}
        aria-label="Filter the log"
        placeholder="F  code, fact"
        value={sieve.words}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onSieve({ ...sieve, words: event.target.value });
        }}
      />
      <Segments
        label="Level"
        chosen={sieve.level}
        choices={LEVELS}
        onChoose={(level) => {
          onSieve({ ...sieve, level });
        }}
      />
      <Segments
        label="Component"
        chosen={sieve.component}
        choices={[[null, 'all parts'], ...components.map((name) => [name, name] as const)]}
        onChoose={(component) => {
          onSieve({ ...sieve, component });
        }}
      />
    </div>
  );
}

const MARKS = { info: null, warn: 'triangle', error: 'fault' } as const;

function Row({ line }: { readonly line: LogLine }) {
  const ms = epochMs(line.at);
  const mark = MARKS[line.level];
  const facts = factsText(line.facts);
  return (
    <tr className={cx(styles.line, line.level !== 'info' && styles[line.level])}>
      <td className={styles.mono}>{ms === null ? line.at : tenthsText(ms)}</td>
      <td>
        <span className={styles.state}>
          {mark === null ? null : <Mark name={mark} />} {line.level}
        </span>
      </td>
      <td>{line.component}</td>
      <th scope="row">{line.code.replaceAll('_', ' ')}</th>
      <td className={styles.facts} title={facts}>
        {facts}
      </td>
    </tr>
  );
}

function Lines({ lines }: { readonly lines: readonly LogLine[] }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Log lines">
      <table className={cx(styles.table, styles.log)}>
        <thead>
          <tr>
            {['Time', 'Level', 'Part', 'What', 'Facts'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Row key={`${line.at} ${line.code} ${lines.length - at}`} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The panel. */
export function LogPanel() {
  const { value, fault } = useLog();
  const [sieve, setSieve] = useState<LogSieve>(EVERYTHING);
  const lines = sieved(value?.items ?? [], sieve);
  const all = value?.items.length ?? 0;
  const hint = value === null ? '' : `newest first, ${lines.length} of the last ${all}`;
  return (
    <Panel title="Log" hint={hint} place="log">
      <FilterBar sieve={sieve} components={value?.components ?? []} onSieve={setSieve} />
      {value === null ? (
        fault === null ? (
          <Loading rows={4} />
        ) : (
          <Empty title="The log cannot be read">{fault} It is asked for again.</Empty>
        )
      ) : lines.length > 0 ? (
        <Lines lines={lines} />
      ) : (
        <Empty title={all === 0 ? 'Nothing is logged yet' : 'No line passes the filter'}>
          {all === 0 ? 'Whatever happens to the engine stands here.' : `${all} are hidden by it.`}
        </Empty>
      )}
    </Panel>
  );
}
