/** The pages to offer around the present one: the ends, its neighbours, and gaps between. */
export const pagesAround = (page: number, pageCount: number): (number | 'before' | 'after')[] => {
  const wanted = [1, page - 1, page, page + 1, pageCount].filter(
    (item) => item >= 1 && item <= pageCount,
  );
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((item, index) => {
    const previous = pages[index - 1];
    const gap = previous === undefined ? 0 : item - previous;
    if (gap < 2) return [item];
    // A gap of one page is that page.
    if (gap === 2) return [item - 1, item];
    return [item <= page ? 'before' : 'after', item];
  });
};
