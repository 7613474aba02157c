/** A console without a screen: the core as both hosts run it, with real sockets, telling when what happened. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LinkView } from '../../../shared/bridge';
import type { ServiceName } from '../../../shared/protocol/messages';
import { systemClock } from '../../../electron/core/clock';
import { createCore, type Core } from '../../../electron/core/core';
import { openDocuments } from '../../../electron/core/documents';
import { noSecrets } from '../../../electron/core/secrets';
import { noHost } from '../../../electron/core/testing/noHost';
import { openWebSocket, type OpenSocket } from '../../../electron/core/socket';
import { demoPassword } from '../../../server/demo/world';

/** One failover, in milliseconds. The phases add up to `total`. */
export interface Failover {
  /** From the fault until calls are live again: the link is, and the snapshot is applied. */
  readonly total: number;
  /** Until the console has given the server up. */
  readonly noticed: number;
  /** Attempts that came to nothing, and waiting between attempts. */
  readonly elsewhere: number;
  readonly connected: number;
  /** Until the other service says that it is the active one. */
  readonly greeted: number;
  readonly resumed: number;
}

interface Marks {
  connect: number;
  opened: number;
  greeted: number;
}

const nobody = { info: () => undefined, warn: () => undefined, error: () => undefined };

export class BenchConsole {
  readonly userId: string;
  readonly #core: Core;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'assistant-console-bench-'));
  /** Of the attempt under way, or the last one. */
  #marks: Marks = { connect: 0, opened: 0, greeted: 0 };
  readonly #listeners = new Set<(link: LinkView) => void>();

  constructor(userId: string, ports: Record<ServiceName, number>, periodMs: number) {
    this.userId = userId;
    const address = (port: number) => ({ host: '127.0.0.1', port, tls: false });
    const presets = {
      primary: address(ports.primary),
      backup: address(ports.backup),
      heartbeatIntervalMs: periodMs,
      requestTimeoutMs: periodMs,
    };
    this.#core = createCore({
      documents: openDocuments(this.#folder, presets, systemClock, nobody),
      devices: { tokenOf: () => null, keep: () => undefined },
      secrets: noSecrets,
      host: noHost,
      log: nobody,
      appVersion: 'bench',
      openSocket: this.#openSocket,
    });
    this.#core.subscribe((push) => {
      if (push.kind === 'link') for (const listener of this.#listeners) listener(push.link);
    });
  }

  async logIn(): Promise<void> {
    const outcome = await this.#core.handlers.login({ userId: this.userId, password: demoPassword, remember: false });
    if (outcome.status !== 'live') throw new Error(`${this.userId} cannot log in: ${outcome.failure}`);
  }

  get link(): LinkView {
    return this.#core.state().link;
  }

  /** Calls on the screen. */
  get calls(): readonly string[] {
    return (this.#core.state().console?.calls ?? []).map(({ callId }) => callId);
  }

  /** Resolves when calls are live again on the other server; null when that has not come within `withinMs`. `at`: when the fault began. */
  failover(at: number, withinMs: number): Promise<Failover | null> {
    const before = this.link.phase === 'live' ? this.link.server : null;
    let noticed: number | null = null;
    return new Promise((resolve) => {
      const end = (result: Failover | null) => {
        clearTimeout(timer);
        this.#listeners.delete(heard);
        resolve(result);
      };
      const timer = setTimeout(() => end(null), withinMs);
      const heard = (link: LinkView) => {
        const now = performance.now();
        if (link.phase !== 'live') noticed ??= now;
        else if (link.server !== before && noticed !== null) {
          const { connect, opened, greeted } = this.#marks;
          end({
            total: now - at,
            noticed: noticed - at,
            // The next attempt begins in the same step in which the server is given up, before anybody is told.
            elsewhere: Math.max(0, connect - noticed),
            connected: opened - Math.max(connect, noticed),
            greeted: greeted - opened,
            resumed: now - greeted,
          });
        }
      };
      this.#listeners.add(heard);
    });
  }

  close(): void {
    this.#core.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  readonly #openSocket: OpenSocket = (target, listener) => {
    const marks: Marks = { connect: performance.now(), opened: 0, greeted: 0 };
    this.#marks = marks;
    return openWebSocket(target, {
      ...listener,
      opened: () => {
        marks.opened = performance.now();
        listener.opened();
      },
      message: (text) => {
        marks.greeted ||= performance.now();
        listener.message(text);
      },
      closed: (reason, problem) => listener.closed(reason, problem),
    });
  };
}
