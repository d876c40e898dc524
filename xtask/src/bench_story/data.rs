//! Stories of exactly the data of a benchmark: a timeline's events, or a graph's nodes and edges.

use super::Texts;
use super::toml::TomlWriter;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The story of a data set in JSON, in the order of the data.
///
/// # Errors
///
/// A sentence, when the data are neither a timeline nor a graph.
pub fn of_data(json: &str) -> Result<Texts, String> {
    let data: Value =
        serde_json::from_str(json).map_err(|error| format!("this is not JSON: {error}"))?;
    match (data["events"].as_array(), data["nodes"].as_array()) {
        (Some(events), _) => Ok(timeline(&data, events)),
        (_, Some(nodes)) => graph(&data, nodes),
        _ => Err("it has neither `events` nor `nodes`".into()),
    }
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value[key].as_str().filter(|text| !text.trim().is_empty())
}

fn head(data: &Value, updated: &str) -> TomlWriter {
    let title = text(data, "title")
        .or(text(data, "name"))
        .unwrap_or("A data set");
    let source = text(data, "source").unwrap_or(title);
    let mut head = TomlWriter::default();
    head.number("format", 1)
        .text("lang", "en")
        .text("title", title);
    head.text("standfirst", "A benchmark’s data set as a story.")
        .text("updated", updated);
    head.table("source")
        .text("name", "the data set")
        .text("title", source);
    head
}

fn article(of: &str) -> String {
    format!("## {{#data}}\n\nThe data set lists {of}.{{reported}}\n")
}

/// Writes the evidence, which is the same for all entries.
fn evidence(out: &mut TomlWriter) {
    out.text("evidence", "reported").text("passage", "data");
}

fn timeline(data: &Value, events: &[Value]) -> Texts {
    let last = events
        .last()
        .and_then(|event| text(event, "date"))
        .unwrap_or("2000-01-01");
    let mut out = head(data, last);
    let eras: Vec<&Value> = data["eras"].as_array().into_iter().flatten().collect();
    let era = |event: &Value| {
        let date = text(event, "date").unwrap_or_default();
        let later = |era: &&Value| text(era, "end").is_some_and(|end| date < end);
        eras.iter()
            .position(later)
            .or_else(|| eras.len().checked_sub(1))
    };
    let used: BTreeSet<usize> = events.iter().filter_map(era).collect();
    for index in used {
        let name = text(eras[index], "label").unwrap_or("Era");
        out.entry("phase")
            .text("id", &format!("era-{index}"))
            .text("name", name)
            .text("tense", "past");
    }
    let mut ids = Ids::default();
    for event in events {
        let title = text(event, "headline").unwrap_or("Event");
        out.entry("event")
            .text("id", &ids.of(text(event, "id").unwrap_or(title)))
            .text("title", title);
        out.optional("when", text(event, "date"));
        let phase = era(event).map(|index| format!("era-{index}"));
        out.optional("phase", phase.as_deref());
        out.text("text", text(event, "text").unwrap_or(title));
        evidence(&mut out);
    }
    Texts {
        story: out.finish(),
        article: article(&format!("{} events", events.len())),
    }
}

fn graph(data: &Value, nodes: &[Value]) -> Result<Texts, String> {
    let mut out = head(data, "2000-01-01");
    let names: Vec<String> = nodes.iter().map(name).collect();
    let mut ids = Ids::default();
    let keys: Vec<String> = nodes
        .iter()
        .zip(&names)
        .map(|(node, name)| ids.of(text(node, "id").unwrap_or(name)))
        .collect();
    let groups: Vec<String> = (0..nodes.len())
        .map(|index| group(data, &nodes[index], index))
        .collect();
    let listed: BTreeSet<&String> = groups.iter().collect();
    let number: BTreeMap<&String, usize> = listed
        .iter()
        .enumerate()
        .map(|(index, name)| (*name, index))
        .collect();
    for name in &listed {
        let label = text(&data["groups"][name.as_str()], "label").unwrap_or(name);
        out.entry("group")
            .text("id", &format!("group-{}", number[name]))
            .text("name", label);
    }
    for ((key, name), group) in keys.iter().zip(&names).zip(&groups) {
        out.entry("actor")
            .text("id", key)
            .text("name", name)
            .text("kind", "node");
        out.text("group", &format!("group-{}", number[group]))
            .text("about", &format!("A node of the graph, in {group}."));
    }
    let known: BTreeMap<String, usize> = nodes
        .iter()
        .enumerate()
        .filter_map(|(index, node)| Some((text(node, "id")?.to_owned(), index)))
        .collect();
    let edges = data["edges"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    for edge in edges {
        let [from, to] = ends(edge, &known, nodes.len())
            .ok_or_else(|| format!("the edge {edge} leads to no node"))?;
        // A story relates nobody to itself.
        if from != to {
            relation(&mut out, edge, [&keys[from], &keys[to]]);
        }
    }
    Ok(Texts {
        story: out.finish(),
        article: article(&format!("{} nodes and {} edges", nodes.len(), edges.len())),
    })
}

fn relation(out: &mut TomlWriter, edge: &Value, [from, to]: [&str; 2]) {
    let label = text(edge, "label").unwrap_or("is tied to");
    out.entry("relation")
        .text("from", from)
        .text("to", to)
        .text("label", label);
    let tone = match text(edge, "type") {
        Some("supports" | "funds") => Some("for"),
        Some("opposes") => Some("against"),
        _ => None,
    };
    out.optional("tone", tone);
    out.text("text", &format!("An edge of the graph: {label}."));
    evidence(out);
}

fn name(node: &Value) -> String {
    let named = node
        .as_str()
        .or_else(|| text(node, "label"))
        .or_else(|| text(node, "id"));
    named.map_or_else(|| node.to_string(), str::to_owned)
}

/// The group that a node names, or that the list of groups beside the nodes gives.
fn group(data: &Value, node: &Value, index: usize) -> String {
    let word = |value: &Value| match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    word(&node["group"])
        .or_else(|| word(&data["groups"][index]))
        .unwrap_or_else(|| "all".into())
}

/// The indices of the nodes that an edge joins.
fn ends(edge: &Value, known: &BTreeMap<String, usize>, count: usize) -> Option<[usize; 2]> {
    let end = |index: usize, key: &str| {
        let value = if edge.is_array() {
            &edge[index]
        } else {
            &edge[key]
        };
        let index = value.as_str().and_then(|id| known.get(id).copied());
        index
            .or_else(|| usize::try_from(value.as_u64()?).ok())
            .filter(|index| *index < count)
    };
    Some([end(0, "source")?, end(1, "target")?])
}

/// The ids of the story: those of the data where the format allows it, and each only once.
#[derive(Default)]
struct Ids(BTreeSet<String>);

impl Ids {
    fn of(&mut self, text: &str) -> String {
        let lower = text.to_lowercase().replace(
            |c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit(),
            "-",
        );
        let pieces: Vec<&str> = lower.split('-').filter(|piece| !piece.is_empty()).collect();
        let plain = if pieces.is_empty() {
            "node".into()
        } else {
            pieces.join("-")
        };
        let mut id = plain.clone();
        let mut next = 2;
        while !self.0.insert(id.clone()) {
            id = format!("{plain}-{next}");
            next += 1;
        }
        id
    }
}
