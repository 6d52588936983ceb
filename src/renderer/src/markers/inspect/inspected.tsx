// Owns which marker is taken apart: the picked one, or why there is none to take apart. Refuses to
// show another one in its place.
import { Panel } from '../../parts/panel/panel';
import { Awaited } from '../../parts/panel/awaited';
import { Empty } from '../../parts/panel/states';
import { useMarkers } from '../../store/feeds';
import type { Marker } from '../../../../contract/marker';
import { Inspector } from './inspector';

interface Props {
  readonly id: string | null;
  /** Undefined where it is not among those the console knows. */
  readonly marker: Marker | undefined;
}

/** The inspector of a marker by id, null for none. */
export function Inspected({ id, marker }: Props) {
  const loaded = useMarkers((state) => state.loaded);
  if (marker !== undefined) return <Inspector key={marker.id} marker={marker} />;
  return (
    <Panel title={id === null ? 'Inspector' : `Marker ${id}`} place="fields">
      {!loaded ? (
        <Awaited feed="markers" rows={8} />
      ) : id === null ? (
        <Empty title="No marker to show">The first one heard is taken apart here.</Empty>
      ) : (
        <Empty title={`${id} is not among those listed`}>
          The console follows the newest 500 markers; scroll to the end of the list for older ones.
        </Empty>
      )}
    </Panel>
  );
}
