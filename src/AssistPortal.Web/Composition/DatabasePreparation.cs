using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Composition;

/// <summary>Before the first request: migrations, roles, the catalogue, demo data where it is wanted.</summary>
internal static partial class DatabasePreparation
{
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabasePreparation).FullName!);
        var database = services.GetRequiredService<PortalDbContext>().Database;
        if (await database.FindOtherReleaseAsync(CancellationToken.None) is { } migration)
        {
            throw new PortalStartException(
                $"The database was made by another pre-release of the portal ({migration}), and before release 1.0 "
                + "nothing leads "
                + "from one schema to the next. Start with an empty one: name it in Database:ConnectionString, or "
                + "delete the old "
                + "one (without that setting it is portal.db in the data folder, App_Data unless Portal:DataDirectory "
                + "says otherwise).");
        }

        await database.MigrateAsync();
        await database.UseWriteAheadLogAsync();
        await services.GetRequiredService<RoleSeed>().EnsureAsync(CancellationToken.None);
        await services.GetRequiredService<CatalogueSeed>().FillIfEmptyAsync(CancellationToken.None);
        if (app.Configuration.GetValue("Demo:Seed", false))
        {
            if (!app.Environment.IsDevelopment())
            {
                DemoOutsideDevelopment(logger);
            }

            await services.GetRequiredService<DemoData>().FillIfEmptyAsync(CancellationToken.None);
        }

        if (await services.GetRequiredService<FirstAdministrator>().IssueCodeAsync(CancellationToken.None) is { } code)
        {
            FirstAdministratorWanted(
                logger, services.GetRequiredService<PortalAddress>().Of("account/first-administrator"), code);
        }
    }

    /// <summary>Says on the console where the portal is and who may try it, once it listens.</summary>
    public static void AnnounceDemoAccounts(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Demo:Seed", false))
        {
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var accounts = app.Services.GetServices<DemoAccount>().Where(account => account.IsAnnounced);
            Console.WriteLine();
            Console.WriteLine($"  AssistPortal: {string.Join(' ', app.Urls)}");
            Console.WriteLine($"  Demo accounts, all with the password {DemoAccounts.Password}:");
            foreach (var account in accounts)
            {
                Console.WriteLine($"    {account.Email,-28} {string.Join(", ", account.Roles)}");
            }

            Console.WriteLine();
        });
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Demo:Seed is on outside Development: accounts with a public password are made in an empty database")]
    private static partial void DemoOutsideDevelopment(ILogger logger);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "There is no administrator yet. Make one at {Address} with this one-time code: {Code}")]
    private static partial void FirstAdministratorWanted(ILogger logger, Uri address, string code);
}
