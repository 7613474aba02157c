import { build, normalizePath, type InlineConfig, type Rolldown } from 'vite';

type Group = Rolldown.CodeSplittingGroup;

interface Part {
  /** What its file is called. */
  readonly name: string;
  /** The module that it begins with: what that imports goes into the file, unless a part before has it. */
  readonly module: string;
}

/**
 * One file for each part of the page that everybody opens. Left alone the bundler makes a file of everything that two parts share: dozens of
 * little ones, which compress badly. It cannot be told in advance which modules are left when all unused ones are gone, so the page is bundled once to see.
 */
export async function openingParts(config: InlineConfig, parts: readonly Part[]): Promise<Group[]> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    build: { ...config.build, write: false, minify: false, reportCompressedSize: false },
  });
  if (!('output' in built)) throw new Error('one page gives one output');
  const chunks = built.output.filter((file) => file.type === 'chunk');
  const taken = new Set<string>();
  return parts.map(({ name, module: file }, at) => {
    const module = normalizePath(file);
    // Not the module itself, nor the page: they await parts that use this file, which must have run by then.
    const members = new Set(
      neededBy(module, chunks).filter((id) => id !== module && !id.endsWith('.html') && !taken.has(id)),
    );
    for (const id of members) taken.add(id);
    return { name, test: (id) => members.has(id), priority: parts.length - at };
  });
}

/** The modules of the chunk with this module in it and of all that it imports. */
export function neededBy(
  module: string,
  chunks: readonly Pick<Rolldown.OutputChunk, 'fileName' | 'imports' | 'moduleIds'>[],
): string[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set(chunks.filter(({ moduleIds }) => moduleIds.some((id) => id === module)));
  if (found.size === 0) throw new Error(`${module} is not on the page`);
  for (const chunk of found)
    for (const file of chunk.imports) {
      const imported = byFile.get(file);
      if (imported) found.add(imported);
    }
  return [...found].flatMap(({ moduleIds }) => moduleIds);
}
