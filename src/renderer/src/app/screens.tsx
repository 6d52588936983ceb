// Owns which part is shown for which screen.
// Refuses to know what they show.
import type { ComponentType } from 'react';
import { AuctionsScreen } from '../auctions/screen/auctions-screen';
import { CueScreen } from '../cue/screen/cue-screen';
import { HealthScreen } from '../health/health-screen';
import { LiveScreen } from '../live/live-screen';
import { MarkersScreen } from '../markers/markers-screen';
import { InspectScreen } from '../markers/paste/inspect-screen';
import { SettlementsScreen } from '../settlements/screen/settlements-screen';
import { ValuesScreen } from '../values/values-screen';
import { GalleryScreen } from './gallery/gallery-screen';
import type { Screen } from './route';

/** The part of every screen. */
export const SCREEN: Readonly<Record<Screen, ComponentType>> = {
  live: LiveScreen,
  markers: MarkersScreen,
  cue: CueScreen,
  values: ValuesScreen,
  auctions: AuctionsScreen,
  settlements: SettlementsScreen,
  health: HealthScreen,
  'markers/inspect': InspectScreen,
  gallery: GalleryScreen,
};
