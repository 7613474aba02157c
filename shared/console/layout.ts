/** Where the panels are: columns side by side, in each a stack of groups, in each group one panel or several as tabs. */
import { z } from 'zod';

export const panelIds = ['calls', 'managers', 'directory', 'speedDials', 'history'] as const;
export const PanelId = z.enum(panelIds);
export type PanelId = z.infer<typeof PanelId>;

/** Sizes are shares of the whole in per cent; those of one row or stack add up to about 100. */
const Share = z.number().min(1).max(100);

export const PanelGroup = z.object({
  panels: z.array(PanelId).min(1).max(panelIds.length),
  /** The tab in front. */
  active: PanelId,
  size: Share,
});
export type PanelGroup = z.infer<typeof PanelGroup>;

export const Layout = z.object({
  version: z.literal(1),
  columns: z
    .array(z.object({ size: Share, groups: z.array(PanelGroup).min(1).max(panelIds.length) }))
    .min(1)
    .max(panelIds.length),
});
export type Layout = z.infer<typeof Layout>;

export const defaultLayout: Layout = {
  version: 1,
  columns: [
    { size: 28, groups: [{ panels: ['calls'], active: 'calls', size: 100 }] },
    { size: 48, groups: [{ panels: ['managers'], active: 'managers', size: 100 }] },
    { size: 24, groups: [{ panels: ['directory', 'speedDials', 'history'], active: 'directory', size: 100 }] },
  ],
};
