// Owns the decoded tree: grouped lines with their bytes at the end, branches that the side arrows
// open and close. Refuses to lose the focus with a line that closes away.
import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { cx } from '../../parts/cx';
import { RowGrid } from '../../parts/grid/row-grid';
import { KeyCap } from '../../parts/marks/badge';
import { Panel } from '../../parts/panel/panel';
import type { Field } from './fields';
import styles from './inspect.module.css';
import { branchesOf, treeLines, turnOf, type TreeLine } from './tree';

const ROW_PX = 22;
const DEPTHS = [styles.depth0, styles.depth1, styles.depth2, styles.depth3];

function spanText({ span }: Field): string {
  if (span === null) return '';
  return span[0] === span[1] ? String(span[0]) : `${span[0]}\u2013${span[1]}`;
}

function cells({ field, open }: TreeLine) {
  const depth = DEPTHS[Math.min(field.depth, 3)];
  const { label, value } = field;
  return (
    <>
      <span
        role="gridcell"
        className={cx(depth, value === null && styles.branch)}
        title={`${label} ${value ?? ''}`}
      >
        {open === null ? null : (
          <i className={cx(styles.twist, open && styles.open)} data-open={open}>
            {open ? 'open' : 'closed'}
          </i>
        )}
        {label} {value === null ? null : <b>{value}</b>}
      </span>
      <span role="gridcell" className={styles.span}>
        {spanText(field)}
      </span>
    </>
  );
}

const HEAD = (
  <>
    <span role="columnheader">Field</span>
    <span role="columnheader" className={styles.span}>
      Bytes
    </span>
  </>
);

interface Props {
  readonly title: string;
  readonly hint: string;
  readonly fields: readonly Field[];
  readonly picked: string | null;
  readonly onPick: (key: string) => void;
  /** What stands there where nothing could be read. */
  readonly children: ReactNode;
}

function rowIn(box: HTMLElement | null, key: string | null): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key ?? '')}"]`) ?? null;
}

/** Which branches are closed. The picked line is always seen: its branches open with it. */
function useClosed(fields: readonly Field[], picked: string | null) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const above = picked === null ? [] : branchesOf(fields, picked);
  const shut = new Set([...closed].filter((key) => !above.includes(key)));
  const toggle = (key: string): void => {
    const without = [...shut].filter((known) => known !== key);
    setClosed(new Set(shut.has(key) ? without : [...without, key]));
  };
  return { closed: shut, toggle };
}

/** Opening and closing by key and by pointer; the focus goes with the line. */
function useTree({ fields, picked, onPick }: Pick<Props, 'fields' | 'picked' | 'onPick'>) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const { closed, toggle } = useClosed(fields, picked);
  useLayoutEffect(() => {
    const key = wanted.current;
    wanted.current = null;
    if (key !== null) rowIn(box.current, key)?.focus();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target instanceof HTMLElement ? event.target.dataset['key'] : undefined;
    const turn = turnOf(fields, closed, { key: row ?? '', arrow: event.key });
    if (turn === null) return;
    event.preventDefault();
    const key = 'toggle' in turn ? turn.toggle : turn.goTo;
    wanted.current = key;
    onPick(key);
    if ('toggle' in turn) toggle(key);
  };
  const onClick = ({ target }: MouseEvent): void => {
    const twist = target instanceof Element ? target.closest('[data-open]') : null;
    const key = twist?.closest<HTMLElement>('[data-key]')?.dataset['key'];
    if (key !== undefined) toggle(key);
  };
  return { box, lines: treeLines(fields, closed), onKeyDown, onClick };
}

const CAPS = (
  <span className={styles.caps} title="Left closes a branch, right opens it">
    <KeyCap>{'\u2190'}</KeyCap> <KeyCap>{'\u2192'}</KeyCap>
  </span>
);

/** The panel. */
export function TreePanel({ title, hint, fields, picked, onPick, children }: Props) {
  const { box, lines, onKeyDown, onClick } = useTree({ fields, picked, onPick });
  const pick = ({ field }: TreeLine): void => {
    onPick(field.key);
  };
  return (
    <Panel title={title} hint={hint} end={fields.length === 0 ? null : CAPS} place="fields">
      {fields.length === 0 ? (
        children
      ) : (
        <div ref={box} className={styles.tree} onKeyDown={onKeyDown} onClick={onClick}>
          <RowGrid
            label="Fields"
            items={lines}
            keyOf={({ field }) => field.key}
            rowPx={ROW_PX}
            head={HEAD}
            columns={styles.field}
            cells={cells}
            selectedKey={picked}
            onOpen={pick}
            onMove={pick}
          />
        </div>
      )}
    </Panel>
  );
}
