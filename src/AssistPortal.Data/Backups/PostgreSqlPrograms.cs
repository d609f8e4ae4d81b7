using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;

namespace AssistPortal.Data.Backups;

/// <summary>
/// Starts client programs of PostgreSQL with the portal's own connection; no secret is in their arguments.
/// </summary>
internal sealed class PostgreSqlPrograms(string connectionString)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="BackupException">The program is not there.</exception>
    public PostgreSqlProgram Start(string name, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        };
        foreach (var (variable, value) in Variables())
        {
            if (value is { Length: > 0 })
            {
                start.Environment[variable] = value;
            }
        }

        try
        {
            return new PostgreSqlProgram(Process.Start(start)!);
        }
        catch (Win32Exception fault)
        {
            throw new BackupException(
                $"{name} is not on the path: PostgreSQL's client programs are needed, of the server's version or "
                + "later.",
                fault);
        }
    }

    private IEnumerable<(string Name, string? Value)> Variables()
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return
        [
            ("PGHOST", settings.Host),
            ("PGPORT", settings.Port.ToString(CultureInfo.InvariantCulture)),
            ("PGDATABASE", settings.Database),
            ("PGUSER", settings.Username),
            ("PGPASSWORD", settings.Password),
            ("PGPASSFILE", settings.Passfile),
            ("PGSSLMODE", settings.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            }),
            ("PGSSLROOTCERT", settings.RootCertificate),
            ("PGSSLCERT", settings.SslCertificate),
            ("PGSSLKEY", settings.SslKey),
            ("PGCLIENTENCODING", "UTF8"),
            ("LC_MESSAGES", "C"),
        ];
    }
}
