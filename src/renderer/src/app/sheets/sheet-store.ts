// Owns which sheet lies over the screen; there is at most one.
// Refuses to stack them: a new one takes the place of the old.
import { create } from 'zustand';

export type SheetName = 'mode' | 'keys' | 'hold' | 'palette' | 'notices';

export const useSheet = create<{ readonly open: SheetName | null }>()(() => ({ open: null }));

/** Opens a sheet in place of whatever was open; null closes it. */
export function showSheet(open: SheetName | null): void {
  useSheet.setState({ open });
}

/** Opens a sheet, or closes it where it is the one that is open. */
export function toggleSheet(name: SheetName): void {
  showSheet(useSheet.getState().open === name ? null : name);
}
