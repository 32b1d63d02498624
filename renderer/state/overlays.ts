import { create } from 'zustand';

export type Overlay = 'palette' | 'keys' | 'note';

interface Overlays {
  open: Overlay | null;
  show: (overlay: Overlay) => void;
  hide: () => void;
}

/** What floats over every screen: the palette (Ctrl K), the list of keys (?) and the diary note (Ctrl J). One at a time. */
export const useOverlays = create<Overlays>((set) => ({ open: null, show: (open) => set({ open }), hide: () => set({ open: null }) }));
