// Runs inside a page, before `audit.mjs` asks it: what its styles come to for the eye. Each answer is a list of
// sentences, empty when all is well.
(() => {
  /** @typedef {[red: number, green: number, blue: number, alpha: number]} Colour each from 0 to 1 */

  /** Marks that say something by themselves: which elements, what paints them, and of which of their parts. */
  const marks = /** @type {const} */ ([
    [
      '.cell.scored, .score-button[aria-pressed="true"], .chip[aria-pressed="true"], td[class*="score-"]',
      'backgroundColor',
      '',
    ],
    ['.row .cell.target', 'borderTopColor', '::after'],
    ['.row.selected', 'backgroundColor', '::before'],
    ['.row .cell.undescribed:not(.scored), .row .cell.before', 'backgroundImage', ''],
    ['.statement, .step-level, .sheet-level:is(.scored, .target)', 'borderLeftColor', ''],
    ['.tabs [aria-selected="true"]', 'borderBottomColor', ''],
    ['.box', 'borderTopColor', ''],
    ['.scale .band, .mean-mark, .area-list .fill, .radar-dot, .trend-dot', 'fill', ''],
    ['.target-mark, .radar-score, .radar-target, .trend-mean, .trend-target, .toggle path', 'stroke', ''],
  ]);

  /**
   * @param {string} text as computed styles give it: `rgb(…)`, `rgba(…)`, `color(srgb …)`
   * @returns {Colour}
   */
  function colourOf(text) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
    const most = text.startsWith('color(srgb') ? 1 : 255;
    if (!/^(rgba?|color)\(/.test(text)) throw new Error(`Not a colour: ${text}`);
    return [red / most, green / most, blue / most, alpha];
  }

  /** @param {Colour} above @param {Colour} below opaque @returns {Colour} */
  function over([red, green, blue, alpha], below) {
    const mix = (/** @type {number} */ one, /** @type {number} */ other) => one * alpha + other * (1 - alpha);
    return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
  }

  /** @param {Colour} one @param {Colour} other */
  function contrast(one, other) {
    const luminance = (/** @type {Colour} */ colour) => {
      const [red = 0, green = 0, blue = 0] = colour
        .slice(0, 3)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** @param {string} image @returns {Colour[]} the colours of a gradient that are to be seen */
  const coloursIn = (image) =>
    (image.match(/(rgba?|color)\([^)]*\)/g) ?? []).map(colourOf).filter(([, , , alpha]) => alpha > 0);

  /**
   * What lies behind the content of an element: one colour, or several where it has a gradient; and the fading of its
   * ancestors.
   * @param {Element | null} element
   * @returns {{ colours: Colour[], fade: (seen: Colour) => Colour }}
   */
  function groundOf(element) {
    if (!element) return { colours: [[1, 1, 1, 1]], fade: (seen) => seen };
    const known = grounds.get(element) ?? groundOn(element);
    grounds.set(element, known);
    return known;
  }

  /** What has been found out about the page as it is now. @type {WeakMap<Element, ReturnType<typeof groundOn>>} */
  let grounds = new WeakMap();

  /**
   * @param {Element} element
   * @returns {{ colours: Colour[], fade: (seen: Colour) => Colour }}
   */
  function groundOn(element) {
    const outer = groundOf(element.parentElement);
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const plain = colourOf(backgroundColor);
    const colours = outer.colours.map((colour) => over(plain, colour));
    const [first = plain] = colours;
    const [outside = first] = outer.colours;
    return {
      colours: [
        ...new Map(
          [
            ...colours,
            ...(backgroundImage.startsWith('repeating') ? coloursIn(backgroundImage) : []).map((colour) =>
              over(colour, first),
            ),
          ].map((colour) => [String(colour), colour]),
        ).values(),
      ],
      fade: ([red, green, blue]) => outer.fade(over([red, green, blue, Number(opacity)], outside)),
    };
  }

  /**
   * @param {Colour} colour @param {Element | null} ground @returns {number} the least contrast with what is behind it
   */
  function leastContrast(colour, ground) {
    const { colours, fade } = groundOf(ground);
    return Math.min(...colours.map((behind) => contrast(fade(over(colour, behind)), fade(behind))));
  }

  /** @param {Element} element @returns {boolean} it is to be seen, and not only to be heard */
  function isSeen(element) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isUnseen(element);
  }

  /** @param {Element | null} element @returns {boolean} it is clipped away */
  function isUnseen(element) {
    if (!element) return false;
    const known =
      unseen.get(element) ?? (getComputedStyle(element).clipPath === 'inset(50%)' || isUnseen(element.parentElement));
    unseen.set(element, known);
    return known;
  }

  /** @type {WeakMap<Element, boolean>} */
  let unseen = new WeakMap();

  /**
   * @param {Element} root @returns {{ element: Element, text: string, boxes: DOMRect[] }[]} every text that is to be
   * seen
   */
  function textsIn(root) {
    const texts = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const [element, text] = [node.parentElement, (node.textContent ?? '').trim()];
      if (!element || !text || !isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      if (boxes.length > 0) texts.push({ element, text, boxes });
    }
    return texts;
  }

  /** @param {Element} element @returns {string} what to look for */
  function named(element) {
    const [parent, own] = [
      element.parentElement,
      (/** @type {Element} */ one) => one.tagName.toLowerCase() + [...one.classList].map((name) => `.${name}`).join(''),
    ];
    return `${parent ? `${own(parent)} > ` : ''}${own(element)} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
  }

  /**
   * @param {Element} element @param {string} [part] @returns {[colour: Colour, least: number]} of its text, and the
   * contrast it needs
   */
  function inkOf(element, part) {
    const style = getComputedStyle(element, part);
    const svg = element instanceof SVGElement;
    const [red, green, blue, alpha] = colourOf(svg ? style.fill : style.color);
    const large =
      parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    return [[red, green, blue, alpha * (svg ? Number(style.fillOpacity) : 1)], large ? 3 : 4.5];
  }

  /**
   * @param {Element} root @returns {string[]} texts that are hard to read; controls that can not be used just now may
   * be fainter
   */
  function faintTexts(root) {
    /** @type {Map<string, string>} */
    const found = new Map();
    const look = (/** @type {Element} */ element, /** @type {string} */ part) => {
      const [colour, least] = inkOf(element, part || undefined);
      const had = leastContrast(colour, element);
      const wanted = element.closest('[aria-disabled="true"]') ? 3 : least;
      const key = `${element.tagName} ${element.className} ${part}`;
      if (had < wanted && !found.has(key))
        found.set(key, `${had.toFixed(2)} < ${wanted}: text of ${named(element)}${part}`);
    };
    for (const { element } of textsIn(root)) look(element, '');
    for (const element of root.querySelectorAll('*')) {
      if (!isSeen(element)) continue;
      for (const part of ['::before', '::after'])
        if (/^"..*"$/.test(getComputedStyle(element, part).content)) look(element, part);
      if (element instanceof HTMLInputElement && element.placeholder && !element.value) look(element, '::placeholder');
    }
    return [...found.values()];
  }

  /** @param {Element} root @returns {string[]} marks that do not stand out from what is around them */
  function faintMarks(root) {
    const found = new Set();
    for (const [selector, property, part] of marks) {
      for (const element of root.querySelectorAll(selector)) {
        if (!isSeen(element)) continue;
        const style = getComputedStyle(element, part || undefined);
        const colours = coloursOfMark(style, property);
        const [ground, share] = [
          part ? element : element.parentElement,
          element instanceof SVGElement
            ? Number(style.opacity) * Number(style.getPropertyValue(`${property}-opacity`) || 1)
            : 1,
        ];
        const best = Math.max(
          ...colours.map(([red, green, blue, alpha]) => leastContrast([red, green, blue, alpha * share], ground)),
        );
        if (best < 3) found.add(`${best.toFixed(2)} < 3: ${property} of ${named(element)}${part}`);
      }
    }
    return [...found].slice(0, 12);
  }

  /**
   * @param {CSSStyleDeclaration} style
   * @param {(typeof marks)[number][1]} property
   * @returns {Colour[]} what paints a mark; none where nothing does
   */
  function coloursOfMark(style, property) {
    if (property === 'backgroundImage') return coloursIn(style.backgroundImage);
    return style[property] === 'none' ? [] : [colourOf(style[property])];
  }

  /** @param {Element} root @returns {string[]} where the ring around what has the focus would not be seen */
  function faintRings(root) {
    const probe = root.appendChild(document.createElement('span'));
    probe.style.color = 'var(--focus, currentColor)';
    const ring = colourOf(getComputedStyle(probe).color);
    probe.remove();
    const focusable = [...root.querySelectorAll('a[href], button, input, summary, [tabindex]')].filter(isSeen);
    return focusable.flatMap((element) => {
      const had = leastContrast(ring, element.parentElement);
      return had < 3 ? [`${had.toFixed(2)} < 3: focus ring of ${named(element)}`] : [];
    });
  }

  /** @param {Element} root @returns {string[]} what is cut off, squeezed, or makes the page scroll sideways */
  function cutOff(root) {
    const found = new Set();
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth - clientWidth} px too wide`);
    for (const { element, boxes } of textsIn(root)) {
      const tower =
        boxes.length > 5 && boxes.every(({ width }) => width < 2 * parseFloat(getComputedStyle(element).fontSize));
      if (tower) found.add(`in a tower of letters: ${named(element)}`);
      const holder = clipperOf(element);
      if (!holder) continue;
      const edges = holder.getBoundingClientRect();
      const inside = boxes.every(({ left, right }) => left >= edges.left - 1.5 && right <= edges.right + 1.5);
      const { overflowX, textOverflow } = getComputedStyle(holder);
      const shortened = textOverflow === 'ellipsis' && element.closest('[title], [data-tooltip]');
      const scrolls = /auto|scroll/.test(overflowX) && (holder.querySelector('table') || holder.matches('pre, table'));
      if (!inside && !shortened && !scrolls) found.add(`cut off: ${named(element)} by ${named(holder).slice(0, 60)}`);
    }
    return [...found];
  }

  /** @param {Element | null} element @returns {Element | null} what lets nothing of it be seen beyond its own edges */
  function clipperOf(element) {
    for (let at = element; at; at = at.parentElement)
      if (!(at instanceof SVGElement) && getComputedStyle(at).overflowX !== 'visible') return at;
    return document.documentElement;
  }

  /** @param {Element} element @returns {Element[]} everything that lets nothing of it be seen beyond its own edges */
  function clippersOf(element) {
    const clippers = [];
    for (let at = clipperOf(element); at; at = at.parentElement && clipperOf(at.parentElement)) clippers.push(at);
    return clippers;
  }

  /** @param {Element} root @returns {string[]} texts that lie on one another */
  function overlaps(root) {
    const flat = textsIn(root).filter(({ element }) => {
      for (let at = /** @type {Element | null} */ (element); at && at !== root; at = at.parentElement)
        if (/sticky|fixed|absolute/.test(getComputedStyle(at).position)) return false;
      return true;
    });
    const boxes = flat.flatMap(({ element, boxes: own }) => {
      const edges = clippersOf(element).map((clipper) => clipper.getBoundingClientRect());
      return own
        .map((box) => ({ element, box: edges.reduce(inside, inside(box, box)) }))
        .filter(({ box }) => box.height > 0 && box.right > box.left);
    });
    const met = boxes.flatMap(({ element, box }, index) =>
      boxes.slice(index + 1).flatMap(({ element: other, box: next }) => {
        const width = Math.min(box.right, next.right) - Math.max(box.left, next.left);
        const height = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
        return element !== other && width > 2 && height > Math.min(box.height, next.height) * 0.4
          ? [`${named(element)} lies on ${named(other)}`]
          : [];
      }),
    );
    return [...new Set(met)];
  }

  /** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

  /**
   * @param {Box} box @param {Box} edges @returns what is to be seen of a box within the edges of what scrolls
   * it
   */
  function inside(box, edges) {
    const [left, right] = [Math.max(box.left, edges.left), Math.min(box.right, edges.right)];
    const [top, bottom] = [Math.max(box.top, edges.top), Math.min(box.bottom, edges.bottom)];
    return { left, right, top, bottom, height: bottom - top };
  }

  /** @param {Element} root @returns {string[]} what moves by itself or slowly */
  function moving(root) {
    const found = new Set();
    for (const element of root.querySelectorAll('*')) {
      for (const part of [undefined, '::before', '::after']) {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, part);
        if (
          [transitionDuration, animationDuration].some((time) => !/^(0s(, )?|auto)*$/.test(time)) ||
          scrollBehavior === 'smooth'
        )
          found.add(named(element));
      }
    }
    if (root.querySelector('animate, animateTransform, animateMotion, set, marquee'))
      found.add('an animation in a picture');
    return [...found];
  }

  /** Forgets what was found out: the page may have changed. */
  function begin() {
    [grounds, unseen] = [new WeakMap(), new WeakMap()];
  }

  Object.assign(globalThis, { psirtAudit: { begin, faintTexts, faintMarks, faintRings, cutOff, overlaps, moving } });
})();
