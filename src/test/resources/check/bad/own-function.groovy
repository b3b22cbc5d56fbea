//! 3:1 There is no function 'reprot'. [report]
def report(rows) { println rows }
reprot([1])
