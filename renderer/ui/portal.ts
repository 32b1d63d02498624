import { createContext, useContext } from 'react';

/** Where floating things are put: the open native dialog (the rest of the page is inert then), otherwise the body. */
export const PortalContext = createContext<HTMLElement | null>(null);

export const usePortal = (): HTMLElement | undefined => useContext(PortalContext) ?? undefined;
