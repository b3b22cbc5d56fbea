class Lonely { static void main(String[] args) { println 'main' } }
