class Shouting {
    static String shout(String self) { self.toUpperCase() + '!' }
    static Integer doubled(Integer self) { self * 2 }
}
use(Shouting) {
    assert 'a'.shout() == 'A!'
    assert 3.doubled() == 6
}
