namespace AssistPortal.Data.Backups;

/// <summary>Why a backup or a restore can't be done, in one sentence for the operator.</summary>
public sealed class BackupException(string sentence, Exception? cause = null) : Exception(sentence, cause);
