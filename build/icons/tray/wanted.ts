/** Which pictures the tray and the taskbar have. `npx tsx build/scripts/trayIcons.ts` makes them anew out of the svg files beside this. */

export const trayStates = ['signedOut', 'connected', 'reconnecting', 'ringing', 'missed'] as const;

/** Over the icon on the taskbar; more than nine are `9+`. */
export const badges = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9+'] as const;

/** Electron takes the one that fits the screen by the end of its name. Points are 16 pixels at 100 per cent. */
const scales = [
  { suffix: '', size: 16 },
  { suffix: '@1.25x', size: 20 },
  { suffix: '@1.5x', size: 24 },
  { suffix: '@2x', size: 32 },
] as const;

export interface Picture {
  readonly file: string;
  readonly svg: string;
  readonly size: number;
  /** `Template`: only its shape counts, macOS paints it. */
  readonly look: 'tile' | 'template' | 'badge';
  /** What a badge says. */
  readonly text: string;
}

export const pictures: readonly Picture[] = scales.flatMap(({ suffix, size }) => [
  ...trayStates.flatMap((state): Picture[] => {
    const svg = `${state}.svg`;
    const tile = { file: `${state}${suffix}.png`, svg, size, look: 'tile', text: '' } as const;
    const onMac = suffix === '' || suffix === '@2x';
    return onMac ? [tile, { ...tile, file: `${state}Template${suffix}.png`, look: 'template' }] : [tile];
  }),
  ...badges.map((text): Picture => ({
    file: `badge${text}${suffix}.png`.replace('+', 'plus'),
    svg: 'badge.svg',
    size,
    look: 'badge',
    text,
  })),
]);
