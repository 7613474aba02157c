/**
 * A document in layers, weakest first: the console's default, the administrator's preset, the person's own choice, this run's command line; a lock
 * is above all of them. Only the person's own choices are ever written.
 */
import { isDeepStrictEqual } from 'node:util';
import { fail } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Document } from '../files/document';
import type { Own } from '../files/ownFormat';

export interface Layers<T> {
  readonly initial: T;
  readonly preset: Partial<T>;
  /** Of this run: environment, flags. */
  readonly run: Partial<T>;
  readonly locked: ReadonlySet<string>;
}

/** What the core needs of it. */
export interface Kept<T> {
  readonly value: T;
  /** In force only if it could be written, and only where nothing locked would be changed. */
  save(wanted: T): Result<undefined, 'locked' | Error>;
}

export class Layered<T extends { version: number }> implements Kept<T> {
  #run: Partial<T>;
  #value: T;

  constructor(
    private readonly own: Document<Own<T>>,
    private readonly layers: Layers<T>,
  ) {
    this.#run = layers.run;
    this.#value = this.#inForce();
  }

  get value(): T {
    return this.#value;
  }

  save(wanted: T): Result<undefined, 'locked' | Error> {
    const changed = namesOf(wanted).filter((name) => !isDeepStrictEqual(wanted[name], this.#value[name]));
    if (changed.some((name) => this.#isLocked(name))) return fail('locked');
    const saved = this.own.save({ ...this.own.value, ...only(wanted, changed) });
    if (!saved.ok) return saved;
    // Whoever changes what the command line said means it.
    this.#run = only(this.#run, (name) => !changed.includes(name));
    this.#value = this.#inForce();
    return saved;
  }

  #inForce(): T {
    const { initial, preset } = this.layers;
    const locked = (name: keyof T) => this.#isLocked(name);
    const free = (name: keyof T) => !locked(name);
    // A lock without a preset keeps what the person had: a console whose servers were locked by name only must still find them.
    return { ...initial, ...preset, ...this.own.value, ...only(this.#run, free), ...only(preset, locked) };
  }

  #isLocked(name: keyof T): boolean {
    return this.layers.locked.has(String(name));
  }
}

function namesOf<T extends object>(value: T): (keyof T)[] {
  return Object.keys(value) as (keyof T)[];
}

function only<T extends object>(value: T, wanted: readonly (keyof T)[] | ((name: keyof T) => boolean)): Partial<T> {
  const some: Partial<T> = {};
  for (const name of namesOf(value))
    if (typeof wanted === 'function' ? wanted(name) : wanted.includes(name)) some[name] = value[name];
  return some;
}
