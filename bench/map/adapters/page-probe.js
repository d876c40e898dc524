// Injected into every page before its own scripts (peers and others alike).
(() => {
  const SEL = window.__SEL || {},
    S = (window.__s = { fcp: null, first: null, last: null, frames: 0 });
  try {
    new PerformanceObserver((l) => {
      for (const e of l.getEntries()) if (e.name === "first-contentful-paint") S.fcp = e.startTime;
    }).observe({ type: "paint", buffered: true });
  } catch {}
  const idOf = (e) => {
    const f = SEL.idFrom || { closest: "[data-id]", attr: "data-id" },
      c = e.closest(f.closest);
    return c ? (c.getAttribute(f.attr) || "").replace(f.strip || "", "") : null;
  };
  const quad = (e) => {
    if (e instanceof SVGGraphicsElement) {
      const b = e.getBBox(),
        m = e.getScreenCTM();
      return [
        [b.x, b.y],
        [b.x + b.width, b.y],
        [b.x + b.width, b.y + b.height],
        [b.x, b.y + b.height],
      ].map(([x, y]) => [m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f]);
    }
    const r = e.getBoundingClientRect();
    return [
      [r.left, r.top],
      [r.right, r.top],
      [r.right, r.bottom],
      [r.left, r.bottom],
    ];
  };
  const px = (e) => {
    const f = parseFloat(getComputedStyle(e).fontSize),
      t = e.querySelector("textPath"),
      g = t ? parseFloat(getComputedStyle(t).fontSize) : f;
    if (e instanceof SVGGraphicsElement) {
      const m = e.getScreenCTM();
      return g * Math.sqrt(Math.abs(m.a * m.d - m.b * m.c));
    }
    return g;
  };
  const all = (s) => (s ? [...document.querySelectorAll(s)] : []),
    shown = (e) => {
      const r = e.getBoundingClientRect();
      return r.width > 0 && getComputedStyle(e).visibility !== "hidden";
    };
  window.__api = {
    nodes: () =>
      window.__map
        ? window.__map.nodes()
        : all(SEL.node)
            .filter(shown)
            .map((e) => ({ id: idOf(e), quad: quad(e) })),
    snap: () => {
      const v = document.querySelector(SEL.view || "#map").getBoundingClientRect(),
        view = { x: v.x, y: v.y, w: v.width, h: v.height };
      if (window.__map)
        return {
          nodes: window.__map.nodes(),
          labels: window.__map.labels(),
          edges: window.__map.edges(),
          view,
        };
      const lab = (s, kind) =>
        all(s)
          .filter(shown)
          .map((e) => ({ id: idOf(e), kind, quad: quad(e), px: px(e) }));
      let edges = (SEL.edgeList || []).map(([source, target]) => ({ source, target }));
      if (SEL.edgePath) {
        const got = all(SEL.edgePath)
          .map((e) => {
            let s, t;
            if (SEL.edgeEnds) {
              const c = e.closest(SEL.edgeEnds.closest),
                m =
                  c && (c.getAttribute(SEL.edgeEnds.attr) || "").match(new RegExp(SEL.edgeEnds.re));
              if (!m) return null;
              [, s, t] = m;
            } else {
              s = e.getAttribute("data-source");
              t = e.getAttribute("data-target");
            }
            const n = e.getTotalLength(),
              m = e.getScreenCTM(),
              pts = [];
            for (let i = 0; i <= 16; i++) {
              const p = e.getPointAtLength((n * i) / 16);
              pts.push([m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f]);
            }
            return { source: s, target: t, pts };
          })
          .filter(Boolean);
        if (got.length) edges = got;
      }
      return {
        nodes: window.__api.nodes(),
        labels: [...lab(SEL.label, "node"), ...lab(SEL.edgeLabel, "edge")],
        edges,
        view,
      };
    },
    panelText: () => {
      const p = document.querySelector(SEL.panel || "#panel");
      if (!p || p.hidden) return "";
      const r = p.getBoundingClientRect();
      return r.height > 0 && getComputedStyle(p).visibility !== "hidden" ? p.innerText : "";
    },
    armPanel: (want) => {
      S.down = null;
      S.panel = null;
      addEventListener(
        "pointerdown",
        (e) => {
          S.down = e.timeStamp;
        },
        { capture: true, once: true },
      );
      const f = () => {
        if (S.down !== null && window.__api.panelText().includes(want)) {
          S.panel = performance.now() - S.down;
          return;
        }
        requestAnimationFrame(f);
      };
      requestAnimationFrame(f);
    },
    frames: () => {
      const F = (window.__f = []);
      let p = performance.now(),
        on = true;
      window.__fstop = () => {
        on = false;
        return F;
      };
      const f = (t) => {
        F.push(t - p);
        p = t;
        if (on) requestAnimationFrame(f);
      };
      requestAnimationFrame((t) => {
        p = t;
        requestAnimationFrame(f);
      });
    },
  };
  let prev = null;
  const want = SEL.count || 1;
  const tick = () => {
    S.frames++;
    try {
      if (document.body && (window.__map || SEL.node)) {
        const n = window.__api.nodes().map((x) => {
          const q = x.quad;
          return [(q[0][0] + q[2][0]) / 2, (q[0][1] + q[2][1]) / 2];
        });
        if (n.length >= want) {
          const t = performance.now();
          if (S.first === null) {
            S.first = t;
            S.last = t;
          }
          if (
            !prev ||
            prev.length !== n.length ||
            n.some((p, i) => Math.abs(p[0] - prev[i][0]) > 0.5 || Math.abs(p[1] - prev[i][1]) > 0.5)
          ) {
            S.last = t;
            prev = n;
          }
        }
      }
    } catch (e) {
      S.err = String(e);
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})();
