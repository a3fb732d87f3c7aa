// The least a process linked as memdir is linked can cost: what --version is measured against.
int main() { return 0; }
