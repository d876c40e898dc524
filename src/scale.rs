//! Scales: a domain of numbers to a range of percent, with ticks. Knows no pixels, no story, no browser.
