using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AssistPortal.Migrations.PostgreSql")] // its compiled model
[assembly: InternalsVisibleTo("AssistPortal.Migrations.Sqlite")] // its compiled model
[assembly: InternalsVisibleTo("AssistPortal.Migrations.SqlServer")] // its compiled model
[assembly: InternalsVisibleTo("AssistPortal.UnitTests")]
[assembly: InternalsVisibleTo("AssistPortal.IntegrationTests")]
[assembly: InternalsVisibleTo("AssistPortal.Benchmarks")]
[assembly: InternalsVisibleTo("AssistPortal.TestSupport")]
