using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AssistPortal.UnitTests")]
[assembly: InternalsVisibleTo("AssistPortal.IntegrationTests")]
[assembly: InternalsVisibleTo("AssistPortal.TestSupport")]
