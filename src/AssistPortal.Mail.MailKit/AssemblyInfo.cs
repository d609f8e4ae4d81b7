using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AssistPortal.UnitTests")]
