/** Size of a card: what pages that show a shared link, slides and posts show whole. */
export const cardSize = { width: 1200, height: 630 } as const;
