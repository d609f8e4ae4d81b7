using AssistPortal.Data.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.UnitTests.Data.Database;

public sealed class DatabaseOptionsTests
{
    [Theory]
    [InlineData("Database:CommandTimeoutSeconds", "0", "CommandTimeoutSeconds")]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    [InlineData("Database:Provider", "PostgreSql", "Database:ConnectionString is needed for this Database:Provider.")]
    public void Wrong_settings_are_named(string setting, string value, string sentence)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([KeyValuePair.Create(setting, (string?)value)])
                .Build())
            .AddPortalDatabase(Path.GetTempPath())
            .BuildServiceProvider();

        var fault = Record.Exception(() => services.GetRequiredService<IOptions<DatabaseOptions>>().Value);

        Assert.Contains(sentence, Assert.IsAssignableFrom<Exception>(fault).Message, StringComparison.Ordinal);
    }
}
