// Owns the panel of the table: its head says what is hidden and what is only counted, its body is
// the table or the reason why there is none. Refuses an empty panel without a cause.
import type { Marker } from '../../../../contract/marker';
import { KeyCap } from '../../parts/marks/badge';
import { cx } from '../../parts/cx';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { Awaited } from '../../parts/panel/awaited';
import { Empty } from '../../parts/panel/states';
import { countText } from '../../parts/text/money';
import { plural } from '../../parts/text/words';
import { statusOf, useStatus } from '../../store/feeds';
import { filterText, type MarkerFilter } from '../filter/filter';
import { Listening } from '../listening';
import { useOlder } from '../older/older-markers';
import { MarkerTable } from './marker-table';

interface Props {
  readonly items: readonly Marker[];
  readonly shown: readonly Marker[];
  readonly loaded: boolean;
  readonly filter: MarkerFilter;
  readonly picked: string | null;
  readonly hold: boolean;
  readonly isStarred: boolean;
  readonly star: () => void;
  readonly onAll: () => void;
}

function Body({ items, shown, loaded, filter, picked, hold, onAll }: Props) {
  if (!loaded) return <Awaited feed="markers" rows={10} />;
  if (items.length === 0) return <Listening />;
  if (shown.length > 0) return <MarkerTable all={items} {...{ picked, hold }} markers={shown} />;
  return (
    <Empty title={`No marker is ${filterText(filter)}`}>
      <p>{plural(items.length, 'marker')} hidden by this filter.</p>
      <button type="button" className={panels.button} onClick={onAll}>
        Show all {countText(items.length)}
      </button>
    </Empty>
  );
}

const OLDER_TEXT = {
  more: '',
  asking: 'fetching older',
  failed: 'older ones did not come',
  all: 'that is all there is',
  full: 'no older ones are kept here',
} as const;

/** The panel. */
export function TablePanel(props: Props) {
  const { items, shown, filter, picked, isStarred, star } = props;
  const heartbeats = useStatus((state) => statusOf(state)?.markers.heartbeats ?? 0);
  const total = useStatus((state) => statusOf(state)?.markers.total ?? 0);
  const older = useOlder();
  const hidden = items.length - shown.length;
  const hint = [
    hidden > 0 ? `${countText(hidden)} hidden by the filter: ${filterText(filter)}` : '',
    `${countText(total)} heard since the start`,
    older.items.length === 0 ? '' : `${countText(older.items.length)} older fetched`,
    older.state === 'all' && older.items.length === 0 ? '' : OLDER_TEXT[older.state],
    older.fault ?? '',
    `alive and null: ${countText(heartbeats)} counted, not listed`,
  ];
  const end = (
    <button
      type="button"
      className={cx(panels.button, panels.small)}
      aria-pressed={isStarred}
      disabled={picked === null}
      onClick={star}
    >
      {isStarred ? 'Take star off' : 'Star'} <KeyCap>S</KeyCap>
    </button>
  );
  return (
    <Panel title="Markers" hint={hint.filter(Boolean).join(' \u00b7 ')} end={end} place="markers">
      <Body {...props} />
    </Panel>
  );
}
