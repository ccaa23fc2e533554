// Which signs a line of Chinese may not begin or end with (避头尾).

/** Closing signs, points, and what belongs to the figure before it. */
export const notFirst: ReadonlySet<string> = new Set('，。、；：？！…—～·）〕］｝》」』】〉”’％‰℃,.:;?!)]}%');

/** Opening signs, and what belongs to the figure after it. */
export const notLast: ReadonlySet<string> = new Set('（〔［｛《「『【〈“‘([{¥№#');
