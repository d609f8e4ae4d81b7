using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AssistPortal.UnitTests")]
[assembly: InternalsVisibleTo("AssistPortal.IntegrationTests")]
[assembly: InternalsVisibleTo("AssistPortal.Benchmarks")]
[assembly: InternalsVisibleTo("AssistPortal.TestSupport")]
