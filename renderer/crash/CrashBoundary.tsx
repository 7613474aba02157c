import { Component, type ReactNode } from 'react';
import { noteProblem } from './note';
import { showCrash } from './show';

interface Props {
  readonly children: ReactNode;
}

/** Around everything: a screen that cannot be drawn makes way for one that needs nothing of it. */
export class CrashBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    showCrash(noteProblem('screen', error));
  }

  override render(): ReactNode {
    return this.state.broken ? null : this.props.children;
  }
}
