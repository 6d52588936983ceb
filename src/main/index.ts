// Owns the desktop app's entry. Refuses to do more than hand over to the shell: the engine runs in
// a process of its own, so that nothing a window does can delay a cue.
import { launch } from './shell/launch';

launch();
