/** Where the panels are: columns side by side, in each a stack of groups, in each group one panel or several as tabs. */
import { z } from 'zod';
import { panelIds } from './panels';

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

export const PanelColumn = z.object({ size: Share, groups: z.array(PanelGroup).min(1).max(panelIds.length) });
export type PanelColumn = z.infer<typeof PanelColumn>;

export const Layout = z.object({
  version: z.literal(1),
  columns: z.array(PanelColumn).min(1).max(panelIds.length),
  /** Panels in the order they were last looked at: in a window too small for all columns this says which tab is in front. */
  recent: z.array(PanelId).max(panelIds.length).optional(),
});
export type Layout = z.infer<typeof Layout>;
