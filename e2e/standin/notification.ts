/** Electron's `Notification`, as data: tests read what is shown, press its button, click it. */
import { innerApp } from './app';
import { StrictEmitter, strict } from './strict';

interface NotificationOptions {
  readonly title: string;
  readonly body: string;
  readonly silent?: boolean;
  readonly actions?: readonly { readonly type: 'button'; readonly text: string }[];
}

const known: ReadonlySet<string> = new Set(['title', 'body', 'silent', 'actions']);

class StandinNotification extends StrictEmitter {
  constructor(readonly options: NotificationOptions) {
    super('Notification', ['show', 'click', 'close', 'action', 'failed']);
    for (const option of Object.keys(options))
      if (!known.has(option)) throw new Error(`stand-in: notification option ${option}`);
    if (!innerApp.isReady()) throw new Error('Cannot create a Notification before app is ready');
  }

  show(): void {
    shown.add(this);
    this.emit('show', {});
  }

  close(): void {
    if (shown.delete(this)) this.emit('close', {});
  }
}

/** Oldest first. */
const shown = new Set<StandinNotification>();

const statics = strict('Notification', {
  isSupported: () => true,
  /** For tests: everything on the screen now. */
  shown: () => [...shown].map(({ options }) => options),
  /** For tests: a person presses this button of the oldest one. */
  press(actionIndex = 0): void {
    for (const notification of [...shown].slice(0, 1)) {
      if (notification.options.actions?.[actionIndex] === undefined) throw new Error('stand-in: no such button');
      notification.emit('action', { actionIndex, selectionIndex: -1 }, actionIndex, -1);
    }
  },
  /** For tests: a person clicks the oldest one. */
  click(): void {
    for (const notification of [...shown].slice(0, 1)) notification.emit('click', {});
  },
});

export const Notification = new Proxy(StandinNotification, {
  construct: (_target, [options]) => strict('notification', new StandinNotification(options as NotificationOptions)),
  get: (target, key) => (key === 'prototype' ? target.prototype : (Reflect.get(statics, key) as unknown)),
});
