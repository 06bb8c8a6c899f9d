namespace Dateline.Server.Tests;

/// <summary>Questions to a page as it is laid out; the answer is empty where all is well.</summary>
internal static class BrowserLayout
{
    /// <summary>Elements that reach beyond the right edge of the page.</summary>
    public const string Overflow = """
        document.documentElement.scrollWidth <= document.documentElement.clientWidth ? "" : "overflows: " + [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + .5 && !e.closest('.scroll')).map(e => e.tagName + '.' + e.className).slice(0, 5).join(', ')
        """;

    /// <summary>Pairs of words in one picture that cover each other by more than a pixel.</summary>
    public const string Overlaps = """
        (() => {
          const found = [];
          for (const picture of document.querySelectorAll('.picture')) {
            const texts = [...picture.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, r]) => r.width > 0);
            texts.forEach(([a, r], i) => texts.slice(i + 1).forEach(([b, q]) => {
              const wide = Math.min(r.right, q.right) - Math.max(r.left, q.left), high = Math.min(r.bottom, q.bottom) - Math.max(r.top, q.top);
              if (wide > 1 && high > 4) found.push(`${a} | ${b} ${wide.toFixed(1)} ${high.toFixed(1)}`);
            }));
          }
          return found.slice(0, 6).join(', ');
        })()
        """;

    /// <summary>The elements with text of their own whose contrast to the nearest painted ground is below 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
    public const string LowContrast = """
        (() => {
          const rgb = c => c.match(/[\d.]+/g).map(Number);
          const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
          return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => {
            const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e));
            return [e, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)];
          }).filter(([, ratio]) => ratio < 4.5).map(([e, ratio]) => `${e.tagName}.${e.className} ${ratio.toFixed(2)}`).join(', ');
        })()
        """;
}
