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
        var schema = await SchemaAge.ReadAsync(database, CancellationToken.None);
        if (schema.OtherRelease is { } migration)
        {
            throw new PortalStartException(
                $"The database was made by another pre-release of the portal ({migration}), and before release 1.0 "
                + "nothing leads "
                + "from one schema to the next. Start with an empty one: name it in Database:ConnectionString, or "
                + "delete the old "
                + "one (without that setting it is portal.db in the data folder, App_Data unless Portal:DataDirectory "
                + "says otherwise).");
        }

        if (!schema.IsCurrent)
        {
            await database.MigrateAsync();
        }

        await database.UseWriteAheadLogAsync();
        await services.GetRequiredService<RoleSeed>().EnsureAsync(CancellationToken.None);
        await services.GetRequiredService<CatalogueSeed>().FillIfEmptyAsync(CancellationToken.None);
        if (DemoSetting.IsOn(app.Configuration))
        {
            if (!app.Environment.IsDevelopment())
            {
                DemoOutsideDevelopment(logger);
            }

            await services.GetRequiredService<DemoData>().FillIfEmptyAsync(CancellationToken.None);
        }

        await EncryptKeysAsync(services, logger);
    }

    private static async Task EncryptKeysAsync(IServiceProvider services, ILogger logger)
    {
        var keys = services.GetRequiredService<StoredKeys>();
        if (await keys.EncryptPlainAsync(CancellationToken.None) is > 0 and var count)
        {
            KeysEncrypted(logger, count);
        }

        if (KeyHealthCheck.IsWarned(
            services.GetRequiredService<KeySettings>(), services.GetRequiredService<IHostEnvironment>()))
        {
            KeysInPlain(logger, KeyHealthCheck.Remark);
        }
    }

    /// <summary>Says on the console where the portal is and who may try it, once it listens.</summary>
    public static void AnnounceDemoAccounts(this WebApplication app)
    {
        if (!DemoSetting.IsOn(app.Configuration))
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
        Level = LogLevel.Information, Message = "{Count} data protection keys in the database are encrypted now")]
    private static partial void KeysEncrypted(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Remark}")]
    private static partial void KeysInPlain(ILogger logger, string remark);
}
