/** How components reach the console of their window. */
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Actions, App } from './app';
import type { AppState } from './state';

export const AppContext = createContext<App | null>(null);

/** A recording is shown: nothing can be done here, and nothing shall look as if it could. */
export const ReadOnlyContext = createContext(false);

export function useReadOnly(): boolean {
  return use(ReadOnlyContext);
}

function useAppObject(): App {
  const app = use(AppContext);
  if (app === null) throw new Error('AppContext is missing');
  return app;
}

/** `select` must return a value that is equal as long as nothing relevant changed (a part of the state, or a primitive). */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppObject().store, select);
}

export function useActions(): Actions {
  return useAppObject().actions;
}

export function useAppHandle(): App {
  return useAppObject();
}
