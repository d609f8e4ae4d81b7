using AssistPortal.Assist;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.Trials;
using Microsoft.EntityFrameworkCore.Design;

namespace AssistPortal.Migrations.PostgreSql;

/// <summary>Lets <c>dotnet ef</c> compare the model with this project's migrations.</summary>
public sealed class ContextFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) => DesignTime.Create(
        DatabaseProvider.PostgreSql,
        "Host=design-time",
        new EntityAssembly(typeof(MailSetup).Assembly),
        new EntityAssembly(typeof(AssistSetup).Assembly),
        new EntityAssembly(typeof(TrialSetup).Assembly));
}
