using AssistPortal.Assist;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.ModelCompiler;
using AssistPortal.Trials;

// Writes the model of each provider into a folder of its own below the one that is named.
foreach (var provider in Enum.GetValues<DatabaseProvider>())
{
    var name = $"AssistPortal.Migrations.{provider}";
    using var context = DesignTime.Create(
        provider,
        provider is DatabaseProvider.PostgreSql ? "Host=design-time" : "Data Source=design-time",
        new EntityAssembly(typeof(MailSetup).Assembly),
        new EntityAssembly(typeof(AssistSetup).Assembly),
        new EntityAssembly(typeof(TrialSetup).Assembly));
    ModelWriter.Write(context, Path.Combine(args[0], name), name);
}
