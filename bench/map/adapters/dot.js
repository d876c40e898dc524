// DOT text for the small map. Quoted strings are escaped; HTML-like labels are never used.
const q = (s) => '"' + String(s).replace(/\\/g, "\\\\").replace(/"/g, '\\"') + '"';
export function toDot(data, engine) {
  return (
    `digraph{graph[overlap=false,splines=true,sep="+14",bgcolor="transparent"];node[shape=box,style="rounded,filled",fontname="sans-serif",fontsize=12,fontcolor=white,margin="0.08,0.04",height=0.3];edge[fontname="sans-serif",fontsize=10,color="#999999",arrowsize=0.7${engine === "neato" ? ",len=2.1" : ""}];` +
    data.nodes
      .map(
        (n) =>
          `${q(n.id)}[id=${q("n-" + n.id)},label=${q(n.label)}${n.url && n.linked ? ",URL=" + q(n.url) : ""},fillcolor=${q((data.groups[n.group] || {}).color || "#555555")}];`,
      )
      .join("") +
    data.edges
      .map(
        (e) =>
          `${q(e.source)}->${q(e.target)}[id=${q("e-" + e.source + "--" + e.target + "--" + e.id)},label=${q(e.label)}];`,
      )
      .join("") +
    "}"
  );
}
